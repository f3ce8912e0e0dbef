using Piton.Faults.Ledgers;

namespace Piton.Faults.Scenarios;

internal sealed class RenameScenario : IScenario
{
    public string Name => "rename";

    public async Task ActAsync(Stage stage)
    {
        await stage.ServeAsync();
        stage.Arm();
        await stage.Requests.RenameAsync(stage.Ledger.In(Place.Gallery)[0], "another name");
    }
}
