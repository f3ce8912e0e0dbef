using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults.Scenarios;

/// <summary>Two pictures are moved in from elsewhere. Where that breaks off, the same command again takes in what is missing, and nothing twice.</summary>
internal sealed class ImportScenario : IScenario
{
    private const string PictureName = "from elsewhere";

    public string Name => "import";

    public async Task BeginAsync(Stage stage)
    {
        foreach (var folder in new[] { "summer", "winter" })
        {
            var path = Directory.CreateDirectory(Path.Combine(SourceOf(stage), folder)).FullName;
            await File.WriteAllBytesAsync(Path.Combine(path, $"{PictureName}.jpg"), TestImages.Jpeg(400, 300));
        }
    }

    public Task ActAsync(Stage stage) => ImportAsync(stage, stage.RunAsync);

    public async Task<IReadOnlyList<string>> MendAsync(Stage stage)
    {
        await ImportAsync(stage, command => Server.RunAsync(stage.Library, command));
        return stage.Complaint is { } complaint ? [$"the same import again ends with: {complaint}"] : [];
    }

    private static string SourceOf(Stage stage) => Path.Combine(stage.Folder, "old");

    private static Task<Answer> ImportAsync(Stage stage, Func<string[], Task<(int ExitCode, string Output)>> run)
    {
        var files = Directory.GetFiles(SourceOf(stage), "*", SearchOption.AllDirectories);
        return stage.Ledger.ChangeAsync([.. files.Select(file => Ledger.HashOf(File.ReadAllBytes(file)))], Standing.Named(PictureName), async () =>
        {
            var (exitCode, output) = await run(["import", SourceOf(stage)]);
            stage.Complaint = exitCode == 0 ? null : output;

            // Of one that did not end well nobody knows how far it came.
            return exitCode == 0 ? Answer.Acknowledged : Answer.Unknown;
        });
    }
}
