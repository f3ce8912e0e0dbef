using Piton.Web.Tests;

namespace Piton.Faults.Scenarios;

/// <summary>The very first start, which makes the library and its administrator.</summary>
internal sealed class FirstStartScenario : IScenario
{
    public string Name => "first-start";

    public Task BeginAsync(Stage stage)
    {
        Directory.Delete(stage.Library, recursive: true);
        stage.Ledger.Clear();
        stage.Keeper = null;
        return Task.CompletedTask;
    }

    public async Task ActAsync(Stage stage)
    {
        // Once it has come back there may be an administrator, and these two are to be left out.
        stage.Settings = HouseKeeper.Settings[..2];
        stage.Complaint = await stage.TryServeAsync();
        stage.Settings = [];
    }
}
