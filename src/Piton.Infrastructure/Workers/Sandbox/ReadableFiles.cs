using Piton.Domain.Library;

namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>What a worker may read: its own program, and what the machine keeps to run programs. Never the data folder.</summary>
internal static class ReadableFiles
{
    // Libraries and how to find them; libmagic's database; what the runtime asks about processors and memory.
    private static readonly string[] OfTheMachine =
    [
        "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/etc/ld.so.cache",
        "/usr/share/misc/magic.mgc", "/usr/share/file/magic.mgc", "/usr/share/misc/magic", "/usr/share/file/magic",
        "/dev/null", "/dev/urandom", "/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/sys/devices/system/cpu", "/sys/fs/cgroup",
    ];

    /// <param name="program">The folder of the program.</param>
    /// <param name="runtime">The folder of the runtime.</param>
    /// <param name="dataDirectory">The data folder. Where one of the others holds it, that one's entries are named one by one without it.</param>
    /// <exception cref="LibraryException">The data folder is one of the others itself.</exception>
    public static IEnumerable<string> For(string program, string runtime, string dataDirectory)
    {
        var data = Linux.RealPath(dataDirectory) ?? Path.GetFullPath(dataDirectory);
        string[] folders = [program, runtime, .. OfTheMachine];
        return folders.Select(Linux.RealPath).OfType<string>().SelectMany(path => Without(data, path));
    }

    private static IEnumerable<string> Without(string data, string path)
    {
        if (path == data)
        {
            throw new LibraryException(
                $"The data folder {data} is a folder of programs too, which decoders may read. Give the library a folder of its own (Piton:DataDirectory).");
        }

        return data.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? new DirectoryInfo(path).EnumerateFileSystemInfos()
                .Where(entry => entry.FullName != data && entry.LinkTarget is null)
                .SelectMany(entry => Without(data, entry.FullName))
            : [path];
    }
}
