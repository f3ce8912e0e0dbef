namespace Piton.Faults.Scenarios;

/// <summary>A catalogue of which one line is damaged is repaired. Where that breaks off, the next repair ends it, and nothing is lost.</summary>
internal sealed class RepairScenario : IScenario
{
    public string Name => "repair";

    // The line of an upload: what it says is beside the picture as well, or in a later line.
    public Task BeginAsync(Stage stage)
    {
        var catalogue = Path.Combine(stage.Library, "images.jsonl");
        var content = File.ReadAllBytes(catalogue);
        var line = Array.IndexOf(content, (byte)'\n') + 1;
        content[line + ((Array.IndexOf(content, (byte)'\n', line) - line) / 2)] ^= 1;
        File.WriteAllBytes(catalogue, content);
        return Task.CompletedTask;
    }

    public async Task ActAsync(Stage stage)
    {
        var (exitCode, output) = await stage.RunAsync("verify", "--repair");
        stage.Complaint = exitCode == 0 ? null : output;
    }

    public async Task<IReadOnlyList<string>> MendAsync(Stage stage) =>
        [.. await stage.FlawsOfAsync("verify", "--repair"), .. await stage.FlawsOfAsync("verify")];
}
