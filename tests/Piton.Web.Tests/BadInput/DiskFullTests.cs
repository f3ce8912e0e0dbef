using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.BadInput;

public sealed class DiskFullTests
{
    [SkippableFact]
    public async Task Upload_WhenDiskIsFull_ShouldAnswer507LoseNothingAndWorkAgainOnceThereIsRoom()
    {
        using var disk = new Tmpfs("size=3m");
        await using var piton = await PitonProcess.ServeAsync(Path.Combine(disk.Path, "data"));
        var kept = new List<string> { (await piton.Client.UploadAsync(TestImages.Jpeg())).Text("id") };
        var ballast = Path.Combine(disk.Path, "ballast");

        var problem = await FillAsync(piton.Client, kept, ballast);
        Assert.Equal("disk_full", problem.Text("code"));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(disk.Path, "data", "staging")));
        await AssertListedAsync(piton.Client, kept);

        File.Delete(ballast);
        kept.Add((await piton.Client.UploadAsync(TestImages.Jpeg())).Text("id"));
        await AssertListedAsync(piton.Client, kept);
    }

    [SkippableFact]
    public async Task EmptyTrash_WhenDiskIsFull_ShouldMakeRoom()
    {
        using var disk = new Tmpfs("size=3m");
        await using var piton = await PitonProcess.ServeAsync(Path.Combine(disk.Path, "data"));
        var ids = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await UploadAsync());
        }

        await piton.Client.PageAsync("/trash");

        foreach (var id in ids)
        {
            // Whoever else writes to the disk takes what room there is.
            FillUpTo(Path.Combine(disk.Path, "ballast"), 0);
            Assert.Equal(0, new DriveInfo(disk.Path).AvailableFreeSpace);
            using var deleted = await piton.Client.DeleteAsync($"{Uploads.Api}/{id}");
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        }

        FillUpTo(Path.Combine(disk.Path, "ballast"), 0);
        using var emptied = await piton.Client.SendFormAsync(await piton.Client.PageAsync("/trash"), "form[action='/trash/empty'] button");

        // A client that follows the answer shows its token to nobody on the way.
        Assert.Equal("The trash is empty.", (await piton.Client.PageAsync("/trash")).Text(".empty"));

        await UploadAsync();

        async Task<string> UploadAsync() => (await piton.Client.UploadAsync(TestImages.Jpeg())).Text("id");
    }

    // Leaves room for less than one picture, a little less each time, so that the disk is full at each step of an upload.
    private static async Task<JsonElement> FillAsync(HttpClient client, List<string> kept, string ballast)
    {
        JsonElement? problem = null;
        for (var room = 400_000; room >= 0; room -= 8_192)
        {
            FillUpTo(ballast, room);
            using var form = Uploads.Form(TestImages.Jpeg());
            using var answer = await client.PostAsync(Uploads.Api, form);
            var json = await answer.JsonAsync();
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                kept.Add(json.Text("id"));
                continue;
            }

            Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            problem = json;
        }

        return problem ?? throw new InvalidOperationException("The disk never was full; the test looked at nothing.");
    }

    private static void FillUpTo(string ballast, int room)
    {
        File.Delete(ballast);
        var free = new DriveInfo(Path.GetDirectoryName(ballast)!).AvailableFreeSpace;
        using var file = File.Create(ballast);
        file.Write(new byte[Math.Max(0, free - room)]);
    }

    private static async Task AssertListedAsync(HttpClient client, List<string> kept)
    {
        var page = await client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}?limit=200");
        Assert.Equal(kept.Order(), page.GetProperty("items").EnumerateArray().Select(image => image.Text("id")).Order());
    }
}
