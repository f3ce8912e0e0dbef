using System.Text;
using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>Keys as files, which appear whole by a rename.</summary>
internal sealed class KeyFolder(DataDirectory directory, DurableFiles disk) : IKeyStore
{
    private const string Extension = ".xml";

    private readonly Lock _gate = new();

    public IReadOnlyList<string> ReadAll() => [.. Directory.EnumerateFiles(directory.Keys, "*" + Extension).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public void Store(string name, string key)
    {
        if (name.Length == 0 || !name.All(it => char.IsAsciiLetterOrDigit(it) || it == '-'))
        {
            throw new ArgumentException("It is no name of a key.", nameof(name));
        }

        lock (_gate)
        {
            // A crash may have left one.
            var unfinished = $"{directory.Keys}/unfinished";
            File.Delete(unfinished);
            disk.WritePrivate(unfinished, Encoding.UTF8.GetBytes(key));
            File.Move(unfinished, $"{directory.Keys}/{name}{Extension}");
            disk.FlushFolder(directory.Keys);
        }
    }
}
