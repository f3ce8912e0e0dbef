namespace Piton.Web.Tests;

/// <summary>Test data beside the repository, which is not part of it.</summary>
internal static class SharedData
{
    /// <summary>The path of a shared file or folder; the test is skipped where it is not there.</summary>
    public static string Find(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Skip.IfNot(Path.Exists(path), $"There is no shared test data at {path}.");
        return path;
    }

    private static string Root => Path.Combine(Repository, "..", "shared");

    /// <summary>The root of the repository.</summary>
    public static string Repository => RepositoryRoot();

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PitonClean.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
