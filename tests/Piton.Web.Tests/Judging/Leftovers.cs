namespace Piton.Web.Tests.Judging;

/// <summary>Compares a library with what was accepted into it: what was refused must have left nothing.</summary>
internal static class Leftovers
{
    /// <summary>Looks at the catalogue, at the folders and, once the server has stopped, at every byte.</summary>
    /// <param name="piton">The server; it is stopped.</param>
    /// <param name="dataDirectory">Where its library is.</param>
    /// <param name="accepted">The ids of all images that were accepted.</param>
    /// <returns>All that is wrong.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(PitonProcess piton, string dataDirectory, IEnumerable<string> accepted)
    {
        var expected = accepted.ToHashSet();
        var flaws = new List<string>();
        using (var alive = await piton.Client.GetAsync("/health/ready"))
        {
            Expect(alive.IsSuccessStatusCode, $"The server is not well: {alive.StatusCode}.");
        }

        var listed = await piton.Client.ListAsync();
        var folders = Directory.GetDirectories(Path.Combine(dataDirectory, "uploads"), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetFileName(folder)).Where(name => name.Length == 32).ToList();
        Expect(expected.SetEquals(listed.Keys), $"{listed.Count} images are listed, and {expected.Count} were accepted.");
        Expect(expected.SetEquals(folders), $"{folders.Count} images have folders, and {expected.Count} were accepted.");
        foreach (var empty in new[] { "staging", "orphans" }.Select(name => Path.Combine(dataDirectory, name)).Where(Directory.Exists))
        {
            Expect(Directory.GetFileSystemEntries(empty).Length == 0, $"{empty} is not empty.");
        }

        Expect(await piton.StopAsync() == 0, "The server did not end well.");
        var verified = await PitonProcess.RunAsync("verify", "--Piton:DataDirectory", dataDirectory);
        Expect(verified.ExitCode == 0, $"The library is damaged: {verified.Output} {verified.Errors}");
        return flaws;

        void Expect(bool holds, string flaw)
        {
            if (!holds)
            {
                flaws.Add(flaw);
            }
        }
    }
}
