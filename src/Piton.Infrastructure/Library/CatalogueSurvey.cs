using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Library;

/// <summary>What can be read of the catalogue's log, however damaged that is. It holds ids, not images: a million of them fit in memory.</summary>
internal sealed class CatalogueSurvey
{
    private readonly string _path;
    private readonly Func<ILogFile> _open;
    private readonly Dictionary<ImageId, long> _lastLine = [];
    private readonly HashSet<ImageId> _removed = [];
    private readonly List<LibraryDefect> _defects = [];

    // Why some of it could not be read.
    private string? _flaw;

    // Where a torn end begins, the start will cut; in a damaged log every whole line counts.
    private long _linesThatCount = long.MaxValue;

    private CatalogueSurvey(string path, Func<ILogFile> open)
    {
        _path = path;
        _open = open;
    }

    public int Count => _lastLine.Count;

    public IReadOnlyList<LibraryDefect> Defects => _defects;

    public bool IsDamaged => _defects.Any(defect => defect.IsDamage);

    /// <summary>Reads the log; one that is missing or empty is read as one without lines.</summary>
    /// <exception cref="LibraryException">The log is whole, but of a kind that this Piton does not know.</exception>
    public static CatalogueSurvey Read(string path)
    {
        var isThere = new FileInfo(path) is { Exists: true, Length: > 0 };
        return Read(path, () => new LogFile(File.OpenHandle(path), path), isThere);
    }

    /// <summary>Reads a log that this process has open, as far as it is on disk.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="log">Open for as long as the survey is used.</param>
    /// <param name="length">How far it goes.</param>
    public static CatalogueSurvey Read(string path, ILogFile log, long length) => Read(path, () => new LogFileUpTo(log, length), isThere: true);

    private static CatalogueSurvey Read(string path, Func<ILogFile> open, bool isThere)
    {
        var survey = new CatalogueSurvey(path, open);
        if (isThere)
        {
            var refusal = survey.ReplayAsStartDoes();
            survey.ReadLines();
            survey.ReportWhatNoLineSays(refusal);
        }

        return survey;
    }

    public bool Knows(ImageId id) => _lastLine.ContainsKey(id);

    /// <summary>Whether a line says that the image was removed, so that its files are not to bring it back.</summary>
    public bool SaysRemoved(ImageId id) => _removed.Contains(id);

    /// <summary>The images as their last whole lines say.</summary>
    /// <exception cref="IOException">One of these lines could be read before, and cannot be read any more.</exception>
    public IEnumerable<Image> Images()
    {
        var left = Count;
        if (left == 0)
        {
            yield break;
        }

        foreach (var line in Lines())
        {
            if (line.Put is { } image && _lastLine.TryGetValue(image.Id, out var last) && last == line.Offset)
            {
                left--;
                yield return image;
            }
        }

        if (left > 0)
        {
            throw new IOException($"{_path} has {left} lines that could be read a moment ago, and cannot any more.");
        }
    }

    private SalvagedLogFile Open() => new(_open(), flaw => _flaw ??= flaw);

    private IEnumerable<CatalogLogLine> Lines()
    {
        using var file = Open();
        foreach (var line in CatalogLogReader.ReadAll(file).TakeWhile(line => line.Number <= _linesThatCount))
        {
            yield return line;
        }
    }

    private string? ReplayAsStartDoes()
    {
        using var file = Open();
        RefuseAnotherKind(file);
        try
        {
            var end = new LogReplay(file, _path, CatalogLine.Kind).Run((_, _) => { });
            if (_flaw is not null)
            {
                // What cannot be read is not what a crash left, and whole lines may lie behind it.
                return null;
            }

            _linesThatCount = end.NextSequence;
            if (end.Length < file.Length)
            {
                Report(
                    DefectKind.CatalogueUnfinished, "", $"Its last {file.Length - end.Length} bytes were never completed, as after a crash.");
            }

            return null;
        }
        catch (LibraryException e)
        {
            return e.Message;
        }
    }

    // A header that is whole and yet not ours is no damage: nothing may be rebuilt over a log of a later version.
    private void RefuseAnotherKind(ILogFile file)
    {
        new LogScanner(file, 0, file.Length).TryReadLine(out var header, out _);
        if (LogLine.HasWholeSeal(header) && LogHeader.FindFlaw(header, CatalogLine.Kind.Name) is { } flaw)
        {
            throw new LibraryException($"{_path} cannot be read: {flaw}.");
        }
    }

    private void ReadLines()
    {
        foreach (var line in Lines())
        {
            if (line.Put is { } image)
            {
                _lastLine[image.Id] = line.Offset;
                _removed.Remove(image.Id);
            }
            else if (line.Removed is { } removed)
            {
                _lastLine.Remove(removed);
                _removed.Add(removed);
            }
            else
            {
                Report(DefectKind.CatalogueDamaged, $":{line.Number}", $"The line is damaged: {line.Damage}.");
            }
        }
    }

    private void ReportWhatNoLineSays(string? refusal)
    {
        if (_flaw is not null)
        {
            Report(DefectKind.CatalogueDamaged, "", $"Some of it cannot be read: {_flaw.TrimEnd('.')}.");
        }
        else if (refusal is not null && _defects.Count == 0)
        {
            Report(DefectKind.CatalogueDamaged, "", refusal);
        }
    }

    private void Report(DefectKind kind, string place, string detail) =>
        _defects.Add(new LibraryDefect(kind, Path.GetFileName(_path) + place, detail));
}
