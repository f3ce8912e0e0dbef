namespace Piton.Web.Tests.Deployment;

/// <summary>The classes that share one nginx with one Piton behind it.</summary>
[CollectionDefinition(Name)]
public sealed class NginxCollection : ICollectionFixture<NginxHouse>
{
    public const string Name = "nginx";
}
