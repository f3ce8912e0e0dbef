namespace Piton.Faults.Scenarios;

/// <summary>A library that was lost is restored. Where that breaks off, nothing may start on what is half there, and the next restore ends it.</summary>
internal sealed class RestoreScenario : IScenario
{
    private const string Mark = "restore-unfinished";

    public string Name => "restore";

    public async Task BeginAsync(Stage stage)
    {
        Stage.Expect(await stage.FlawsOfAsync("backup", stage.Backup));
        Directory.Delete(stage.Library, recursive: true);
    }

    public async Task ActAsync(Stage stage)
    {
        var (exitCode, output) = await stage.RunAsync("restore", stage.Backup);
        stage.Complaint = exitCode == 0 ? null : output;
    }

    public async Task<IReadOnlyList<string>> MendAsync(Stage stage)
    {
        var flaws = new List<string>(await stage.FlawsOfAsync("verify", stage.Backup));
        if (File.Exists(Path.Combine(stage.Library, Mark)))
        {
            var (server, complaint) = await Server.TryStartAsync(stage.Library, stage.Keeper, []);
            await using (server)
            {
                flaws.AddRange(server is null && complaint.Contains("piton restore", StringComparison.Ordinal) ? [] : [$"it started on half a library, or said nothing of the restore: {complaint}"]);
            }
        }

        // What is whole already is refused by a restore, and good by itself.
        var again = await stage.FlawsOfAsync("restore", stage.Backup);
        return [.. flaws, .. again.Count > 0 && (await stage.FlawsOfAsync("verify")).Count > 0 ? again : []];
    }
}
