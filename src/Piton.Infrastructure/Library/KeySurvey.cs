using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Checks that each key can be one that was written, and changes nothing.</summary>
internal static class KeySurvey
{
    private const string Advice = "Copy it back from a backup. Where none has it, delete it, which costs nothing but that forms that are open and browsers that are known begin anew.";

    public static IEnumerable<LibraryDefect> Inspect(DataDirectory directory) => Directory.Exists(directory.Keys)
        ? Directory.EnumerateFiles(directory.Keys, "*.xml").Order(StringComparer.Ordinal).Select(path => Inspect(directory, path)).OfType<LibraryDefect>()
        : [];

    private static LibraryDefect? Inspect(DataDirectory directory, string path) => StoredKey.TryRead(path, out var flaw) is null
        ? new LibraryDefect(DefectKind.KeyDamaged, directory.Within(path), $"{flaw} {Advice}")
        : null;
}
