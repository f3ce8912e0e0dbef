using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Piton.Domain.Images;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Downloads;

public sealed class DownloadTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const string Form = "/images/download";
    private const string Api = $"{Uploads.Api}/download";
    private const ushort NamesAreUtf8 = 1 << 11;

    private static readonly string Unknown = new('0', 32);

    private readonly HttpClient _browser = server.Browser();
    private readonly HttpClient _client = server.ApiClient();

    [Fact]
    public async Task Form_WhenPicturesAreSelected_ShouldSendThemAsTheyAreUnderTheirNames()
    {
        string[] ids = [await UploadAsync("Playa ñ"), await UploadAsync("Playa ñ"), await UploadAsync("../up")];

        using var answer = await _browser.PostAsync(Form, await _browser.WithTokenAsync([.. ids.Select(id => ("ids", id))]));
        using var archive = await ArchiveAsync(answer);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Matches(@"^piton-\d{8}-\d{6}\.zip$", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(["Playa ñ.webp", "Playa ñ (2).webp", "_up.webp"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
        for (var i = 0; i < ids.Length; i++)
        {
            Assert.Equal(await _client.GetByteArrayAsync($"/uploads/{ids[i]}/full"), await ContentAsync(archive.Entries[i]));
        }
    }

    [Fact]
    public async Task Archive_WhenANameIsNotAscii_ShouldBeMarkedAsUtf8()
    {
        var id = await UploadAsync("Ñ");

        var bytes = await _client.GetByteArrayAsync($"{Api}?ids={id}");

        Assert.Equal("PK\u0003\u0004"u8, bytes.AsSpan(0, 4));
        Assert.NotEqual(0, BitConverter.ToUInt16(bytes, 6) & NamesAreUtf8);
        Assert.Equal("Ñ.webp"u8, bytes.AsSpan(30, Encoding.UTF8.GetByteCount("Ñ.webp")));
    }

    [Fact]
    public async Task Api_WhenSomeAreGone_ShouldSendTheOthersAndNameThose()
    {
        string[] ids = [await UploadAsync("There"), Unknown, await UploadAsync("Trashed")];
        using var deleted = await _client.DeleteAsync($"{Uploads.Api}/{ids[2]}");

        using var posted = await _client.PostAsJsonAsync(Api, new { ids });
        using var got = await _client.GetAsync($"{Api}?ids={string.Join("&ids=", ids)}");

        foreach (var answer in new[] { posted, got })
        {
            using var archive = await ArchiveAsync(answer);
            Assert.Equal(["There.webp", "missing.txt"], archive.Entries.Select(entry => entry.FullName));
            var note = Encoding.UTF8.GetString(await ContentAsync(archive.Entries[1]));
            Assert.Contains($"\r\n/images/{ids[1]}\r\n/images/{ids[2]}\r\n", note, StringComparison.Ordinal);
            Assert.DoesNotContain(ids[0], note, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Api_WhenTheSelectionIsNone_ShouldSayWhatWasWrong()
    {
        using var nothing = await _client.GetAsync(Api);
        using var noIds = await _client.GetAsync($"{Api}?ids=../../etc/passwd");
        using var tooMany = await _client.PostAsJsonAsync(
            Api, new { ids = Enumerable.Range(1, 1001).Select(i => new ImageId((UInt128)i).ToString()) });

        Assert.All([nothing, noIds, tooMany], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal("nothing_selected", (await nothing.JsonAsync()).Text("code"));
        Assert.Equal("malformed", (await noIds.JsonAsync()).Text("code"));
        Assert.Equal("too_many_selected", (await tooMany.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Form_WhenTokenIsMissing_ShouldSendNothing()
    {
        using var answer = await _browser.PostAsync(Form, new FormUrlEncodedContent([new("ids", await UploadAsync("Safe"))]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<ZipArchive> ArchiveAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<byte[]> ContentAsync(ZipArchiveEntry entry)
    {
        await using var content = await entry.OpenAsync();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task<string> UploadAsync(string name) => (await _client.UploadAsync(TestImages.Jpeg(640, 480), fields: ("name", name))).Text("id");
}
