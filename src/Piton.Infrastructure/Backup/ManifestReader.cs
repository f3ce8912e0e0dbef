using System.Security.Cryptography;
using System.Text.Json;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>Reads the list of what belongs to a run. What it has handed out is to be believed only once it has come to the end.</summary>
internal sealed class ManifestReader(string path)
{
    private ManifestTotals _counted = new(default, 0, 0, 0);
    private long _line = 1;

    /// <summary>What the run comes to; null until the end was reached.</summary>
    public ManifestTotals? Totals { get; private set; }

    /// <summary>Every folder, once.</summary>
    /// <exception cref="InvalidDataException">The list is damaged or ends early; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<ManifestFolder> ReadAll()
    {
        using var file = new LogFile(File.OpenHandle(path));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var scanner = new LogScanner(file, 0, file.Length);
        ReadHeader(scanner);
        while (ReadFolder(scanner, hash) is { } folder)
        {
            _counted = _counted.Plus(folder);
            yield return folder;
        }

        if (scanner.TryReadLine(out _, out _))
        {
            throw Damage("there is more behind the end");
        }
    }

    private void ReadHeader(LogScanner scanner)
    {
        scanner.TryReadLine(out var content, out var hasBreak);
        scanner.LetGo(scanner.Position);
        if ((hasBreak ? LogHeader.FindFlaw(content, ManifestLine.Kind) : "the header is damaged") is { } flaw)
        {
            throw Damage(flaw);
        }
    }

    private ManifestFolder? ReadFolder(LogScanner scanner, IncrementalHash hash)
    {
        _line++;
        if (!scanner.TryReadLine(out var content, out var hasBreak))
        {
            throw Damage("the end is missing");
        }

        scanner.LetGo(scanner.Position);
        if (!LogLine.TryRead(content, out var line, out var flaw) || !hasBreak || line.Sequence != _line - 1)
        {
            throw Damage(flaw ?? (hasBreak ? "it is out of sequence" : "its line break is missing"));
        }

        try
        {
            return Parse(line.Body, hash);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Damage($"it is malformed ({exception.Message.TrimEnd('.')})");
        }
    }

    private ManifestFolder? Parse(ReadOnlySpan<byte> body, IncrementalHash hash)
    {
        if (!ManifestLine.IsLast(body))
        {
            hash.AppendData(body);
            return ManifestLine.ReadFolder(body);
        }

        var (totals, expected) = ManifestLine.ReadTotals(body);
        if (ContentHash.FromBytes(hash.GetCurrentHash()) != expected || _counted with { At = totals.At } != totals)
        {
            throw new FormatException("the lines before it are not those that were written");
        }

        Totals = totals;
        return null;
    }

    private InvalidDataException Damage(string flaw) => new($"Line {_line} is damaged: {flaw}.");
}
