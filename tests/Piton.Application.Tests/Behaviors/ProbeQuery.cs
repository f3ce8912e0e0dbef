namespace Piton.Application.Tests.Behaviors;

/// <summary>A question of another team, with something in it that no log may show.</summary>
public sealed record ProbeQuery(string Secret) : IQuery<string>;
