namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Finds the data that lies beside the repository on machines of developers.</summary>
internal static class SharedData
{
    /// <returns>Null where it is not there.</returns>
    public static string? Folder(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PitonClean.sln")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root?.Parent?.FullName ?? "", "shared", name);
        return Directory.Exists(folder) ? folder : null;
    }
}
