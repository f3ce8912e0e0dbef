using Piton.Web.Tests;

namespace Piton.Faults.Scenarios;

/// <summary>A backup is brought up to date. The one before has to stay good until the new one is there.</summary>
internal sealed class BackupScenario : IScenario
{
    public string Name => "backup";

    public async Task BeginAsync(Stage stage)
    {
        Stage.Expect(await stage.FlawsOfAsync("backup", stage.Backup));
        await stage.ServeAsync();
        await stage.Requests.UploadAsync(TestImages.Jpeg(400, 300), "since the last backup");
    }

    public async Task ActAsync(Stage stage)
    {
        var (exitCode, output) = await stage.RunAsync("backup", stage.Backup);
        stage.Complaint = exitCode == 0 ? null : output;
    }

    public async Task<IReadOnlyList<string>> MendAsync(Stage stage)
    {
        var elsewhere = Path.Combine(stage.Folder, "elsewhere");
        return
        [
            .. await stage.FlawsOfAsync("verify", stage.Backup),
            .. await stage.FlawsOfAsync("backup", stage.Backup),
            .. await Stage.FlawsOfAsync(elsewhere, ["restore", stage.Backup]),
            .. await Stage.FlawsOfAsync(elsewhere, ["verify"]),
        ];
    }
}
