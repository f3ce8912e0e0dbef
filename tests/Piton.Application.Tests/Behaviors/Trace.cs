namespace Piton.Application.Tests.Behaviors;

/// <summary>What a request met on its way, in order.</summary>
internal sealed class Trace
{
    public List<string> Steps { get; } = [];
}
