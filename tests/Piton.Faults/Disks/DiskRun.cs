using System.Diagnostics;
using System.Globalization;
using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults.Disks;

/// <summary>Disks that take nothing more: without room for a file, without room for a byte, and read-only.</summary>
internal sealed class DiskRun
{
    private const int Megabytes = 128;
    private const int MostUploads = 200;

    private readonly Ledger _ledger = new();
    private readonly List<string> _flaws = [];
    private HouseKeeper? _keeper;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        var flaws = 0;
        foreach (var (name, run) in ((string, Func<DiskRun, Task>)[])
        [
            ("no more files", run => run.FillAsync("nr_inodes=90")),
            ("no more bytes", run => run.FillAsync("size=3m")),
            ("read-only under load", run => run.TurnReadOnlyAsync()),
        ])
        {
            var began = Stopwatch.GetTimestamp();
            var disk = new DiskRun();
            await run(disk);
            disk._flaws.ForEach(flaw => Console.WriteLine($"{name}: {flaw}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {disk._flaws.Count} flaws, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
            flaws += disk._flaws.Count;
        }

        return flaws == 0 ? 0 : 1;
    }

    /// <summary>Uploads until there is no room, empties the trash, and uploads again.</summary>
    private async Task FillAsync(string options)
    {
        using var disk = await SmallDisk.MemoryAsync(options);
        var library = Path.Combine(disk.Root, "data");
        await using (var server = await StartAsync(library))
        {
            var requests = new Requests(server.Client, _ledger);
            Expect(Answer.Refused, await FillAsync(requests), "the upload that found no room");
            foreach (var picture in _ledger.In(Place.Gallery).Take(4))
            {
                Expect(Answer.Acknowledged, await requests.DeleteAsync(picture), "deleting on a full disk");
            }

            Expect(Answer.Acknowledged, await requests.EmptyTrashAsync(), "emptying the trash on a full disk");
            Expect(Answer.Acknowledged, await requests.UploadAsync(TestImages.Jpeg(400, 300), "again"), "the upload once there was room again");
            await ExamineAsync(server, library);
        }

        await ComeBackAsync(library);
    }

    /// <summary>Has the file system refuse all writes while Piton runs; then starts Piton on it; then mounts it anew.</summary>
    private async Task TurnReadOnlyAsync()
    {
        using var disk = await SmallDisk.Ext4Async(Megabytes);
        var library = Path.Combine(disk.Root, "data");
        await using (var server = await StartAsync(library))
        {
            var requests = new Requests(server.Client, _ledger);
            Expect(Answer.Acknowledged, await requests.UploadAsync(TestImages.Jpeg(400, 300), "first"), "the first upload");
            await requests.LookAtAllAsync();
            disk.TurnReadOnly();
            var picture = _ledger.In(Place.Gallery)[0];
            if (await requests.RenameAsync(picture, "renamed") == Answer.Acknowledged || await requests.UploadAsync(TestImages.Jpeg(400, 300), "second") == Answer.Acknowledged)
            {
                _flaws.Add("a change of a disk that takes none was acknowledged");
            }

            if (!(await server.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative))).Contains("read-only", StringComparison.Ordinal))
            {
                _flaws.Add("its health does not say that it is read-only");
            }

            using var read = await server.Client.GetAsync(new Uri($"/uploads/{picture.Id}/full", UriKind.Relative));
            if (!read.IsSuccessStatusCode)
            {
                _flaws.Add($"a picture of a read-only library is answered with {(int)read.StatusCode}");
            }
        }

        var (none, complaint) = await Server.TryStartAsync(library, _keeper, []);
        if (none is not null || !complaint.Contains(library, StringComparison.Ordinal) || complaint.Contains("   at ", StringComparison.Ordinal))
        {
            _flaws.Add($"it does not say why it cannot start on a read-only disk: {complaint}");
        }

        await disk.UnmountAsync();
        await disk.MountAsync();
        await ComeBackAsync(library);
    }

    private static async Task<Answer> FillAsync(Requests requests)
    {
        var answer = Answer.Acknowledged;
        for (var number = 1; number <= MostUploads && answer == Answer.Acknowledged; number++)
        {
            answer = await requests.UploadAsync(TestImages.Jpeg(400, 300), $"picture {number}");
        }

        return answer;
    }

    private async Task<Server> StartAsync(string library)
    {
        var server = await Server.StartAsync(library, null, HouseKeeper.Settings[..2]);
        _keeper = await HouseKeeper.SignInAsync(server.Address);
        server.LetIn(_keeper);
        return server;
    }

    private async Task ComeBackAsync(string library)
    {
        await using (var server = await Server.StartAsync(library, _keeper))
        {
            await ExamineAsync(server, library);
        }

        var (exitCode, output) = await Server.RunAsync(library, ["verify"]);
        if (exitCode != 0)
        {
            _flaws.Add($"piton verify exits with {exitCode}: {output}");
        }
    }

    private async Task ExamineAsync(Server server, string library) => _flaws.AddRange(await new Examiner(server, library, _ledger).FindFlawsAsync());

    private void Expect(Answer expected, Answer answer, string what)
    {
        if (answer != expected)
        {
            _flaws.Add($"{what} was {answer}, and not {expected}");
        }
    }
}
