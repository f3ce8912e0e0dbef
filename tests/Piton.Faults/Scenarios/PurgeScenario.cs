namespace Piton.Faults.Scenarios;

/// <summary>The trash is emptied.</summary>
internal sealed class PurgeScenario : IScenario
{
    public string Name => "purge";

    public async Task ActAsync(Stage stage)
    {
        await stage.ServeAsync();
        stage.Arm();
        await stage.Requests.EmptyTrashAsync();
    }
}
