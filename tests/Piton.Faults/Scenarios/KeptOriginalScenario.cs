using Piton.Web.Tests;

namespace Piton.Faults.Scenarios;

/// <summary>An upload whose original is kept.</summary>
internal sealed class KeptOriginalScenario : IScenario
{
    public string Name => "original";

    public async Task ActAsync(Stage stage)
    {
        stage.Settings = ["--Piton:Originals=Keep"];
        await stage.ServeAsync();
        stage.Arm();
        await stage.Requests.UploadAsync(TestImages.Jpeg(200, 150), "new");
    }
}
