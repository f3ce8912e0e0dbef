using Microsoft.Extensions.Logging;

namespace Piton.Application.Tests.Behaviors;

/// <summary>Every entry of every log, with its level, its text and the values it was made of.</summary>
internal sealed class LogBook
{
    public List<(LogLevel Level, string Text, IReadOnlyList<KeyValuePair<string, object?>> Values)> Entries { get; } = [];
}
