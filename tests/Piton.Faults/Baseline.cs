using System.Diagnostics;
using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults;

/// <summary>A small library that scenarios begin with, each with a copy of its own: pictures in the gallery and in the trash, and a catalogue that is mostly out of date.</summary>
internal sealed class Baseline : IDisposable
{
    /// <summary>The least that Piton compacts above, in bytes.</summary>
    public const int CompactAbove = 1 << 16;

    private const int Pictures = 5;
    private const int Trashed = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-faults-");
    private readonly Ledger _ledger = new();
    private int _copies;
    private HouseKeeper? _keeper;

    private string Library => Path.Combine(_folder.FullName, "data");

    public static async Task<Baseline> MakeAsync()
    {
        var baseline = new Baseline();
        await using var server = await Server.StartAsync(baseline.Library, null, HouseKeeper.Settings[..2]);
        baseline._keeper = await HouseKeeper.SignInAsync(server.Address);
        server.LetIn(baseline._keeper);
        await baseline.FillAsync(new Requests(server.Client, baseline._ledger));
        return baseline;
    }

    /// <summary>A copy of the library, whose folder goes with the next one.</summary>
    public async Task<Stage> SetUpAsync(Calls.Fault fault)
    {
        var folder = Path.Combine(_folder.FullName, $"{++_copies}");
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, "data");
        using var copying = Process.Start("cp", ["--archive", Library, copy]);
        await copying.WaitForExitAsync();
        return new Stage(copy, _ledger.Copy(), _keeper, fault);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task FillAsync(Requests requests)
    {
        for (var number = 1; number <= Pictures; number++)
        {
            await requests.UploadAsync(TestImages.Jpeg(400, 300), $"picture {number}");
        }

        await requests.LookAtAllAsync();
        for (var number = 0; number < Trashed; number++)
        {
            await requests.DeleteAsync(_ledger.In(Place.Gallery)[0]);
        }

        for (var number = 0; new FileInfo(Path.Combine(Library, "images.jsonl")).Length <= CompactAbove; number++)
        {
            await requests.RenameAsync(_ledger.In(Place.Gallery)[0], $"name {number}");
        }
    }
}
