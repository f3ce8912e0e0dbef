using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults.Scenarios;

/// <summary>A backup is brought up to date. Where the command exits with 0, it has all that was acknowledged; where not, what was in it before is whole still.</summary>
internal sealed class BackupScenario : IScenario
{
    private const string PictureName = "since the last backup";

    public string Name => "backup";

    public async Task BeginAsync(Stage stage)
    {
        Stage.Expect(await stage.FlawsOfAsync("backup", stage.Backup));
        await stage.ServeAsync();
        var answer = await stage.Requests.UploadAsync(TestImages.Jpeg(400, 300), PictureName);
        Stage.Expect(answer == Answer.Acknowledged ? [] : [$"The upload behind the last backup was {answer}."]);

        // So that it is known when it comes back as another.
        await stage.Requests.LookAtAllAsync();
    }

    public async Task ActAsync(Stage stage)
    {
        var (exitCode, output) = await stage.RunAsync("backup", stage.Backup);
        stage.Complaint = exitCode == 0 ? null : output;
    }

    public async Task<IReadOnlyList<string>> MendAsync(Stage stage) =>
    [
        .. await RestoreAsync(stage, "first", stage.Report is null ? KnownOfUnfinished(stage.Ledger) : stage.Ledger.Copy()),
        .. await stage.FlawsOfAsync("backup", stage.Backup),
        .. await RestoreAsync(stage, "second", stage.Ledger.Copy()),
    ];

    // A run counts from one moment on, and may have been broken off behind that.
    private static Ledger KnownOfUnfinished(Ledger ledger)
    {
        var known = ledger.Copy();
        foreach (var picture in known.Pictures.Where(picture => picture.Possible.Contains(Standing.Named(PictureName))))
        {
            known.Note(picture.Source, it => it.With([.. it.Possible, Standing.Absent]));
        }

        return known;
    }

    // A restore reads every byte of the backup first, as piton verify does.
    private static async Task<IReadOnlyList<string>> RestoreAsync(Stage stage, string which, Ledger known)
    {
        var library = Path.Combine(stage.Folder, which);
        var flaws = await Stage.FlawsOfAsync(library, ["restore", stage.Backup]);
        var all = flaws.Count > 0 ? flaws : await stage.ComeBackAsync(library, known);
        return [.. all.Select(flaw => $"what the {which} backup brings back: {flaw}")];
    }
}
