namespace Piton.Architecture.Tests.Fixtures;

/// <summary>Names the Infrastructure in the code of a lambda, where it is least seen.</summary>
internal sealed class InfrastructureUser
{
    public Func<string?> Name { get; } = () => typeof(Infrastructure.PitonInfrastructure).FullName;
}
