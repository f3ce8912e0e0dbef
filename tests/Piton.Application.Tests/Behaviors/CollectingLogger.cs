using Microsoft.Extensions.Logging;

namespace Piton.Application.Tests.Behaviors;

/// <summary>Writes into the <see cref="LogBook"/>.</summary>
internal sealed class CollectingLogger<T>(LogBook book) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        book.Entries.Add((logLevel, formatter(state, exception), state as IReadOnlyList<KeyValuePair<string, object?>> ?? []));
}
