using System.Text.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>Reads a catalogue's log, whatever its state: for those who check and mend it.</summary>
internal static class CatalogLogReader
{
    /// <summary>Every line in order. Damage is told and not thrown.</summary>
    /// <param name="file">A log that nobody writes to meanwhile.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<CatalogLogLine> ReadAll(ILogFile file)
    {
        var scanner = new LogScanner(file, 0, file.Length);
        if (ReadHeader(scanner) is { } flaw)
        {
            yield return new CatalogLogLine(1, null, null, flaw);
        }

        for (long number = 2, sequence = 1; ReadNext(scanner, number, ref sequence) is { } line; number++)
        {
            yield return line;
        }
    }

    private static string? ReadHeader(LogScanner scanner)
    {
        scanner.TryReadLine(out var content, out var hasBreak);
        scanner.LetGo(scanner.Position);
        return hasBreak ? LogHeader.FindFlaw(content, CatalogLine.Kind.Name) : "the header is damaged";
    }

    private static CatalogLogLine? ReadNext(LogScanner scanner, long number, ref long sequence)
    {
        if (!scanner.TryReadLine(out var content, out var hasBreak))
        {
            return null;
        }

        scanner.LetGo(scanner.Position);
        var due = sequence++;
        if (!LogLine.TryRead(content, out var line, out var flaw))
        {
            return new CatalogLogLine(number, null, null, flaw);
        }

        sequence = line.Sequence + 1;
        if (!hasBreak)
        {
            return new CatalogLogLine(number, null, null, "its line break is missing");
        }

        return line.Sequence == due
            ? Parse(number, line.Body)
            : new CatalogLogLine(number, null, null, $"it has the number {line.Sequence} where {due} is due");
    }

    private static CatalogLogLine Parse(long number, ReadOnlySpan<byte> body)
    {
        try
        {
            return CatalogLine.ReadImage(body) is { } image
                ? new CatalogLogLine(number, image, null, null)
                : new CatalogLogLine(number, null, CatalogLine.ReadRemoved(body), null);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return new CatalogLogLine(number, null, null, $"it is malformed ({exception.Message.TrimEnd('.')})");
        }
    }
}
