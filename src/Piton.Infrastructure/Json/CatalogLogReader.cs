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
        var flaw = ReadHeader(scanner);
        if (flaw is not null)
        {
            yield return new CatalogLogLine(1, 0, null, null, flaw);
        }

        var next = new Due(1, IsExact: flaw is null);
        for (var number = 2L; ReadNext(scanner, number, ref next) is { } line; number++)
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

    private static CatalogLogLine? ReadNext(LogScanner scanner, long number, ref Due next)
    {
        var offset = scanner.Position;
        if (!scanner.TryReadLine(out var content, out var hasBreak))
        {
            return null;
        }

        scanner.LetGo(scanner.Position);
        var due = next;
        if (!LogLine.TryRead(content, out var line, out var flaw))
        {
            // Where its break is damaged as well, the lines behind it are in it; where there is one too many, it comes in two.
            next = new Due(due.IsExact ? due.Sequence + 1 : due.Sequence, IsExact: false);
            return new CatalogLogLine(number, offset, null, null, flaw);
        }

        next = new Due(line.Sequence + 1, IsExact: true);
        if (!hasBreak)
        {
            return new CatalogLogLine(number, offset, null, null, "its line break is missing");
        }

        return due.Allows(line.Sequence)
            ? Parse(number, offset, line.Body)
            : new CatalogLogLine(number, offset, null, null, $"it has the number {line.Sequence} where {due.Sequence} is due");
    }

    private static CatalogLogLine Parse(long number, long offset, ReadOnlySpan<byte> body)
    {
        try
        {
            return CatalogLine.ReadImage(body) is { } image
                ? new CatalogLogLine(number, offset, image, null, null)
                : new CatalogLogLine(number, offset, null, CatalogLine.ReadRemoved(body), null);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return new CatalogLogLine(number, offset, null, null, $"it is malformed ({exception.Message.TrimEnd('.')})");
        }
    }

    // The number of the next line; behind a damaged one, the least that it can be.
    private readonly record struct Due(long Sequence, bool IsExact)
    {
        public bool Allows(long sequence) => sequence == Sequence || (!IsExact && sequence > Sequence);
    }
}
