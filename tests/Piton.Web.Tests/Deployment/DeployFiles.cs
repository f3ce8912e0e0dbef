namespace Piton.Web.Tests.Deployment;

/// <summary>The files of <c>build/deploy/</c>.</summary>
internal static class DeployFiles
{
    public static string PathOf(string name) => Path.Combine(SharedData.Repository, "build", "deploy", name);

    public static string Read(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Puts <paramref name="text"/> in the place of what has to be there.</summary>
    public static string Swap(this string file, string old, string text)
    {
        Assert.Contains(old, file, StringComparison.Ordinal);
        return file.Replace(old, text, StringComparison.Ordinal);
    }
}
