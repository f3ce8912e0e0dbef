namespace Piton.Application.Tests.Behaviors;

/// <summary>A request of another team, with something in it that no log may show.</summary>
public sealed record ProbeCommand(string Secret, int Size = 1) : ICommand<string>;
