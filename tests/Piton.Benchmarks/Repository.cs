namespace Piton.Benchmarks;

/// <summary>The folder that this program was built in, and the data of others beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Files of that kind in a folder of the shared data, by name; none where it is not there.</summary>
    public static IReadOnlyList<string> Shared(string pattern, params string[] folder)
    {
        var path = Path.Combine([Root, "..", "shared", .. folder]);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PitonClean.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks do not run inside the repository.");
    }
}
