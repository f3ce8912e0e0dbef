using Piton.Web.Tests;

namespace Piton.Faults.Scenarios;

internal sealed class UploadScenario : IScenario
{
    public string Name => "upload";

    public async Task ActAsync(Stage stage)
    {
        await stage.ServeAsync();
        stage.Arm();
        await stage.Requests.UploadAsync(TestImages.Jpeg(400, 300), "new");
    }
}
