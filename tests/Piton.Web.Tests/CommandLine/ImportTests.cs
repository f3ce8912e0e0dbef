using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Piton.Web.Tests.CommandLine;

/// <summary>An installation before Piton with everything wrong in it moves in, beside a running server.</summary>
public sealed class ImportTests(ServedLibrary library) : IClassFixture<ServedLibrary>, IDisposable
{
    private readonly DirectoryInfo _old = Directory.CreateTempSubdirectory("piton-old-");

    public void Dispose() => _old.Delete(recursive: true);

    [Fact]
    public async Task Import_OfAnInstallationWithEverythingWrongInIt_ShouldTakeWhatIsRightAndReportTheRest()
    {
        var twins = TestImages.WebP(40, 30);
        Put("uploads/first.webp", twins);
        Put("uploads/twin.webp", twins);
        Put("uploads/ünïcode 1%.png", TestImages.Png(50, 40));
        Put("uploads/broken.jpg", TestImages.NoisyJpeg(200, 150)[..2000]);
        Put("uploads/empty.webp", []);
        Put("uploads/text.webp", "no picture"u8.ToArray());
        Put("uploads/refused.webp", TestImages.Png(60, 40));
        Put("outside.png", TestImages.Png(70, 40));
        Directory.CreateDirectory(Path.Combine(_old.FullName, "installation/uploads/folder"));
        File.CreateSymbolicLink(Path.Combine(_old.FullName, "installation/uploads/link.png"), "../../outside.png");
        Put("app/image_metadata.json", """
            {
              "first.webp": { "filename": "first.webp", "original_filename": "vacaciones.jpg", "extension": "webp", "created_at": "2025-05-27T10:15:30.123456" },
              "twin.webp": { "original_filename": "vacaciones.jpg", "created_at": "2025-05-27T10:15:30.123456" },
              "refused.webp": { "original_filename": ["a"] },
              "../../etc/passwd": { "original_filename": "p" },
              "gone.webp": { "original_filename": "gone.jpg" }
            }
            """u8.ToArray());
        var before = Inventory();

        var run = await RunAsync();
        var report = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(1, run.ExitCode);
        Assert.Equal((2, 1), (report.GetProperty("imported").GetInt32(), report.GetProperty("alreadyThere").GetInt32()));
        Assert.Equal(
            [
                "app/image_metadata.json: ../../etc/passwd bad_name",
                "app/image_metadata.json: refused.webp bad_metadata",
                "uploads/broken.jpg broken_image",
                "uploads/empty.webp empty_file",
                "uploads/folder not_a_file",
                "uploads/gone.webp missing_file",
                "uploads/link.png outside_folder",
                "uploads/text.webp unsupported_type",
            ],
            report.GetProperty("refused").EnumerateArray().Select(one => $"{one.Text("file")} {one.Text("code")}"));
        Assert.Equal(before, Inventory());
        await AssertOldAddressesAsync();

        var image = (await (await library.Server.Client.GetAsync(new Uri($"{Uploads.Api}?q=vacaciones", UriKind.Relative))).JsonAsync()).GetProperty("items")[0];
        Assert.Equal(("vacaciones", "vacaciones.jpg"), (image.Text("name"), image.Text("fileName")));
        Assert.StartsWith("2025-05-27T10:15:30.123456", image.Text("createdAt"), StringComparison.Ordinal);

        var again = JsonDocument.Parse((await RunAsync()).Output).RootElement;
        Assert.Equal((0, 3), (again.GetProperty("imported").GetInt32(), again.GetProperty("alreadyThere").GetInt32()));
        Assert.Equal(0, (await library.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task Import_OfAnyFolder_ShouldTakeItForItsOwnerAndWhoMaySeeIt()
    {
        Put("summer/private.png", TestImages.Png(80, 40));

        var run = await RunAsync("--visibility", "private");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        using var stranger = new HttpClient { BaseAddress = library.Server.Client.BaseAddress };
        var found = (await (await library.Server.Client.GetAsync(new Uri($"{Uploads.Api}?q=private&whose=own", UriKind.Relative))).JsonAsync()).GetProperty("items")[0];
        using var answer = await stranger.GetAsync(new Uri(found.GetProperty("urls").Text("full"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, (await RunAsync("--owner", "nobody@example.org")).ExitCode);
        Assert.Equal(1, (await library.RunAsync("import", Path.Combine(_old.FullName, "none"))).ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("uploads")]
    [InlineData("..")]
    public async Task Import_OfTheDataFolderOrWhatIsInItOrAroundIt_ShouldTakeNothing(string place)
    {
        await library.Server.Client.UploadAsync(TestImages.Png(90, 40), "kept.png", ("visibility", "private"));

        var run = await library.RunAsync("import", Path.Combine(library.DataDirectory, place), "--json");
        var report = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal((1, 0, 0), (run.ExitCode, report.GetProperty("imported").GetInt32(), report.GetProperty("alreadyThere").GetInt32()));
        var refused = Assert.Single(report.GetProperty("refused").EnumerateArray().ToList());
        Assert.Equal("piton_folder", refused.Text("code"));
        Assert.Contains("piton restore", refused.Text("why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfSeedsWithTheSameOldNameForOtherPictures_ShouldSayWhichAddressLeadsElsewhere()
    {
        Put("uploads/clash.png", TestImages.Png(91, 40));
        Put("image_metadata.json", "{}"u8.ToArray());
        var first = await RunAsync();
        Put("uploads/clash.png", TestImages.Png(92, 40));
        Put("uploads/calm.png", TestImages.Png(93, 40));

        var second = await RunAsync();
        var lines = await library.RunAsync("import", Path.Combine(_old.FullName, "installation"));

        Assert.Empty(JsonDocument.Parse(first.Output).RootElement.GetProperty("takenAddresses").EnumerateArray());
        var report = JsonDocument.Parse(second.Output).RootElement;
        Assert.Equal((0, 2, 0), (second.ExitCode, report.GetProperty("imported").GetInt32(), report.GetProperty("refused").GetArrayLength()));
        var taken = Assert.Single(report.GetProperty("takenAddresses").EnumerateArray().ToList());
        Assert.Equal(("uploads/clash.png", "/uploads/clash.png"), (taken.Text("file"), taken.Text("address")));
        using var answer = await library.Server.Client.GetAsync(new Uri("/uploads/clash.png", UriKind.Relative));
        Assert.Contains(taken.Text("image"), answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("/uploads/clash.png leads to another picture", lines.Output, StringComparison.Ordinal);
        Assert.Equal(0, lines.ExitCode);
    }

    [Fact]
    public async Task Import_OfAFolderWhoseNameBeginsWithAt_ShouldTakeWhatIsInIt()
    {
        // In the working folder of the command, where its name is all of its path.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"@{_old.Name}"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "a.png"), TestImages.Png(95, 40));

        (int ExitCode, string Output, string Errors) run;
        try
        {
            run = await library.RunAsync("import", folder.Name, "--json");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("imported").GetInt32());
    }

    [Fact]
    public async Task Import_OfAFileWhoseNameIsNoUtf8_ShouldNameTheEncoding()
    {
        Put("plain/a.png", TestImages.Png(94, 40));
        await ShellAsync("mv a.png \"$(printf 'a\\361o.png')\"");
        var refused = Assert.Single(JsonDocument.Parse((await RunAsync()).Output).RootElement.GetProperty("refused").EnumerateArray().ToList());

        Assert.Equal("bad_name", refused.Text("code"));
        Assert.Contains("UTF-8", refused.Text("why"), StringComparison.Ordinal);

        // .NET cannot delete it either.
        await ShellAsync("rm a*o.png");

        async Task ShellAsync(string line)
        {
            using var shell = Process.Start("sh", ["-c", $"cd \"$0\" && {line}", Path.Combine(_old.FullName, "installation/plain")]);
            await shell.WaitForExitAsync();
            Assert.Equal(0, shell.ExitCode);
        }
    }

    private async Task AssertOldAddressesAsync()
    {
        foreach (var name in new[] { "first.webp", "twin.webp", "ünïcode 1%.png" })
        {
            using var answer = await library.Server.Client.GetAsync(new Uri($"/uploads/{Uri.EscapeDataString(name)}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.EndsWith("/full", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        }

        using var refused = await library.Server.Client.GetAsync(new Uri("/uploads/broken.jpg", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] options) =>
        library.RunAsync(["import", Path.Combine(_old.FullName, "installation"), "--json", .. options]);

    private void Put(string place, byte[] content)
    {
        var path = Path.Combine(_old.FullName, place == "outside.png" ? place : Path.Combine("installation", place));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private string[] Inventory() =>
    [
        .. _old.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal),
    ];
}
