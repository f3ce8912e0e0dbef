using System.Diagnostics;
using Piton.Faults.Calls;
using Piton.Faults.Ledgers;
using Piton.Faults.Scenarios;
using Piton.Web.Tests;

namespace Piton.Faults;

/// <summary>A folder with a small library, of which everything that goes wrong gets a copy of its own.</summary>
internal sealed class Baseline : IDisposable
{
    /// <summary>The least that Piton compacts above, in bytes.</summary>
    public const int CompactAbove = 1 << 16;

    private const int Pictures = 5;
    private const int Trashed = 2;

    private readonly string _folder;
    private readonly Ledger _ledger;
    private readonly HouseKeeper? _keeper;

    private Baseline(string folder, Ledger ledger, HouseKeeper? keeper)
    {
        _folder = folder;
        _ledger = ledger;
        _keeper = keeper;
    }

    /// <summary>One with pictures in the gallery and in the trash, and a catalogue that is mostly out of date.</summary>
    public static async Task<Baseline> MakeAsync()
    {
        var folder = NewFolder();
        var ledger = new Ledger();
        var library = Stage.LibraryIn(folder);
        await using var server = await Server.StartAsync(library, null, HouseKeeper.Settings[..2]);
        var keeper = await HouseKeeper.SignInAsync(server.Address);
        server.LetIn(keeper);
        await FillAsync(new Requests(server.Client, ledger), ledger, library);
        return new Baseline(folder, ledger, keeper);
    }

    /// <summary>The same as a scenario begins with it.</summary>
    public async Task<Baseline> ForAsync(IScenario scenario)
    {
        await using var stage = await SetUpAsync(Fault.None);
        await scenario.BeginAsync(stage);
        return new Baseline(stage.Folder, stage.Ledger, stage.Keeper);
    }

    /// <summary>A copy, the caller's to delete.</summary>
    public async Task<Stage> SetUpAsync(Fault fault)
    {
        var folder = NewFolder();
        using var copying = Process.Start("cp", ["--archive", $"{_folder}/.", folder]);
        await copying.WaitForExitAsync();
        return new Stage(folder, _ledger.Copy(), _keeper, fault);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string NewFolder() => Directory.CreateTempSubdirectory("piton-faults-").FullName;

    private static async Task FillAsync(Requests requests, Ledger ledger, string library)
    {
        for (var number = 1; number <= Pictures; number++)
        {
            await requests.UploadAsync(TestImages.Jpeg(400, 300), $"picture {number}");
        }

        await requests.LookAtAllAsync();
        for (var number = 0; number < Trashed; number++)
        {
            await requests.DeleteAsync(ledger.In(Place.Gallery)[0]);
        }

        for (var number = 0; new FileInfo(Path.Combine(library, "images.jsonl")).Length <= CompactAbove; number++)
        {
            await requests.RenameAsync(ledger.In(Place.Gallery)[0], $"name {number}");
        }
    }
}
