using System.Security.Cryptography;

namespace Piton.Faults.Scenarios;

/// <summary>A start after a crash, which has to heal the catalogue and to sweep what was left.</summary>
internal sealed class StartScenario : IScenario
{
    private const int IdBytes = 16;

    public string Name => "start";

    public Task BeginAsync(Stage stage)
    {
        Tear(Path.Combine(stage.Library, "images.jsonl"));
        Tear(Path.Combine(stage.Library, "sessions.jsonl"));
        File.WriteAllText(Path.Combine(stage.Library, "images.jsonl.new"), "half a log");
        Leave(Path.Combine(stage.Library, "staging", NewId()));
        Leave(Path.Combine(stage.Library, "orphans", "2020-01-01", NewId()));
        var unlisted = NewId();
        Leave(Path.Combine(stage.Library, "uploads", unlisted[..2], unlisted));
        return Task.CompletedTask;
    }

    public async Task ActAsync(Stage stage) => stage.Complaint = await stage.TryServeAsync();

    private static void Tear(string log) => File.AppendAllText(log, "{\"half of a line");

    private static void Leave(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "w320.webp"), "half a picture");
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
}
