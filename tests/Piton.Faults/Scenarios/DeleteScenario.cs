using Piton.Faults.Ledgers;

namespace Piton.Faults.Scenarios;

internal sealed class DeleteScenario : IScenario
{
    public string Name => "delete";

    public async Task ActAsync(Stage stage)
    {
        await stage.ServeAsync();
        stage.Arm();
        await stage.Requests.DeleteAsync(stage.Ledger.In(Place.Gallery)[0]);
    }
}
