using Piton.Faults.Ledgers;

namespace Piton.Faults.Scenarios;

/// <summary>The catalogue, most of which is out of date, is written anew behind a change.</summary>
internal sealed class CompactionScenario : IScenario
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "compaction";

    public async Task ActAsync(Stage stage)
    {
        stage.Settings = [$"--Piton:Catalog:CompactAbove={Baseline.CompactAbove}"];
        var catalogue = new FileInfo(Path.Combine(stage.Library, "images.jsonl"));
        await stage.ServeAsync();
        stage.Arm();
        await stage.Requests.RenameAsync(stage.Ledger.In(Place.Gallery)[0], "another name");
        using var patience = new CancellationTokenSource(Patience);

        // Until it is done, or has gone wrong. A failure is only logged; the catalogue goes on as it is.
        while (catalogue.Length > Baseline.CompactAbove && stage.Hit is null)
        {
            await Task.Delay(Between, patience.Token);
            catalogue.Refresh();
        }
    }
}
