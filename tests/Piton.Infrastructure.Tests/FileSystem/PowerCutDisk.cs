using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>
/// Remembers what a power cut would leave under a folder: of files the bytes, of folders the names that they had when they were last
/// flushed. Both go by inode, so that a rename takes along what was flushed before it.
/// </summary>
internal sealed class PowerCutDisk : IStoreDisk
{
    private readonly string _root;
    private readonly Dictionary<string, byte[]> _bytes = [];
    private readonly Dictionary<string, Dictionary<string, string>> _names = [];

    /// <param name="root">A folder whose entries are on disk.</param>
    public PowerCutDisk(string root)
    {
        _root = root;
        Remember(Inodes(), root);
    }

    public void FlushFile(SafeFileHandle file, string path) => FlushFile(path);

    public void FlushFile(string path)
    {
        lock (_bytes)
        {
            _bytes[Inodes()[path]] = File.ReadAllBytes(path);
        }
    }

    public void FlushFolder(string path)
    {
        lock (_bytes)
        {
            Remember(Inodes(), path);
        }
    }

    /// <summary>Every file that a power cut would leave, by its path below the root.</summary>
    public Dictionary<string, byte[]> Left()
    {
        var left = new Dictionary<string, byte[]>();
        Collect(Inodes()[_root], "", left);
        return left;
    }

    private void Collect(string inode, string path, Dictionary<string, byte[]> left)
    {
        foreach (var (name, entry) in _names.GetValueOrDefault(inode, []))
        {
            Collect(entry, $"{path}/{name}", left);
        }

        if (_bytes.TryGetValue(inode, out var bytes))
        {
            left.Add(path, bytes);
        }
    }

    private void Remember(Dictionary<string, string> inodes, string folder) => _names[inodes[folder]] =
        Directory.GetFileSystemEntries(folder).ToDictionary(path => Path.GetFileName(path), path => inodes[path]);

    private Dictionary<string, string> Inodes()
    {
        using var find = Process.Start(new ProcessStartInfo("find", [_root, "-printf", @"%i %p\n"]) { RedirectStandardOutput = true })!;
        var lines = find.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        find.WaitForExit();
        return lines.Select(line => line.Split(' ', 2)).ToDictionary(line => line[1], line => line[0]);
    }
}
