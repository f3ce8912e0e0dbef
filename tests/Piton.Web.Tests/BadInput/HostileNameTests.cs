using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp;
using Piton.Domain.Images;
using Piton.Web.Downloads;

namespace Piton.Web.Tests.BadInput;

/// <summary>A name is text: it is taken as it comes, comes back unharmed, and touches no path.</summary>
public sealed class HostileNameTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _client = server.ApiClient();

    public static TheoryData<string> Names =>
    [
        "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/dev/null", "con.png", "a/b/c.jpg", "\"quoted\".jpg", "<script>alert(1)</script>",
        "' onmouseover='alert(1)", "a\u202Egpj.exe", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "🐍🐍🐍", "name\twith\ttabs", "new\nline", "%00", "%2e%2e%2f", ".", "..", ".jpg",
        "\u0001\u0007\u001b[31m", "null", "{{7*7}}", "=cmd|' /C calc'!A0", "\ufeff\u200b", "a;filename=b.jpg",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Upload_WhenNameIsHostile_ShouldComeBackUnharmed(string name) => AssertUnharmedAsync(name);

    [SkippableFact]
    public async Task Upload_WhenNamesAreTheNaughtyOnes_ShouldComeBackUnharmed()
    {
        var names = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Find("corpus", "names", "blns.json")))!;
        foreach (var name in names.Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            await AssertUnharmedAsync(name);
        }
    }

    [SkippableFact]
    public async Task Upload_WhenFileNamesAreInvalidElsewhere_ShouldComeBackUnharmed()
    {
        var lists = Directory.GetFiles(SharedData.Find("corpus", "names"), "*.txt");
        Assert.NotEmpty(lists);
        foreach (var name in lists.SelectMany(File.ReadAllLines).Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            await AssertUnharmedAsync(name);
        }
    }

    private async Task AssertUnharmedAsync(string name)
    {
        var uploaded = await _client.UploadAsync(TestImages.Png(8, 8), name, ("name", name));
        var id = uploaded.Text("id");

        Assert.Equal(name, uploaded.Text("fileName"));
        if (ImageName.Check(name) is NameFlaw.Blank)
        {
            // Nobody could see it, or click on it.
            name = ImageName.Untitled;
        }

        Assert.Equal(name, uploaded.Text("name"));
        Assert.Equal(name, (await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}/{id}")).Text("name"));
        await AssertHeaderAsync(name, uploaded.GetProperty("urls").Text("full"));
        await AssertPageAsync(name, id);
        await AssertArchiveAsync(name, id);
        AssertNoPath(id);
    }

    private async Task AssertArchiveAsync(string name, string id)
    {
        using var archive = new ZipArchive(await _client.GetStreamAsync(new Uri($"{Uploads.Api}/download?ids={id}", UriKind.Relative)));

        // What no file system takes is left out there; everything else is as it was.
        var entry = Assert.Single(archive.Entries).FullName;
        Assert.Equal(new EntryNames().Next(name, "webp"), entry);
        Assert.Equal(entry, Path.GetFileName(entry));
        if (name.All(char.IsLetterOrDigit) && name.Length < 100)
        {
            Assert.Contains(name, entry, StringComparison.Ordinal);
        }
    }

    private async Task AssertHeaderAsync(string name, string address)
    {
        using var answer = await _client.GetAsync(address);
        answer.EnsureSuccessStatusCode();

        // A name that no file system takes is cut there, and only there.
        var sent = answer.Content.Headers.ContentDisposition?.FileNameStar ?? "";
        Assert.EndsWith(".webp", sent, StringComparison.Ordinal);
        Assert.StartsWith(sent[..^5], name, StringComparison.Ordinal);
        Assert.True(sent.Length == name.Length + 5 || Encoding.UTF8.GetByteCount(sent) is > 235 and <= 255, sent);
    }

    private async Task AssertPageAsync(string name, string id)
    {
        using var browser = server.Browser();
        var html = await browser.GetStringAsync($"/images/{id}");
        using var context = BrowsingContext.New();
        using var page = await context.OpenAsync(answer => answer.Content(html));

        Assert.Equal(AsHtml(name), page.QuerySelector("h1")?.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("script:not([src], [type='application/json'])"));
    }

    // HTML has no way to write these: a parser turns NUL into U+FFFD, and a carriage return into a line feed.
    private static string AsHtml(string name) =>
        name.Replace('\0', '\ufffd').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private void AssertNoPath(string id)
    {
        var folder = Path.Combine(server.DataDirectory, "uploads", id[..2], id);
        Assert.Equal(["full.webp", "image.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.DataDirectory, "staging")));
    }
}
