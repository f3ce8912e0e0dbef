using System.Net;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Deployment;

/// <summary>What people meet who reach Piton through nginx.</summary>
[SupportedOSPlatform("linux")]
[Collection(NginxCollection.Name)]
public sealed class NginxTests(NginxHouse house)
{
    // What a connection says of itself, and not of the picture.
    private static readonly string[] OfConnection = ["Date", "Server", "Connection"];

    [Fact]
    public async Task Upload_ByTheFormOverHttp2_ShouldComeToTheGallery()
    {
        using var browser = NginxHouse.Client(version: HttpVersion.Version20);
        await SignInAsync(browser, Role.Administrator);
        var token = (await browser.PageAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            Uploads.FileContent(TestImages.Jpeg(), "files", "one.jpg"),
            Uploads.FileContent(TestImages.Jpeg(), "files", "two.jpg"),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = form, Version = HttpVersion.Version20 };
        request.Headers.Add("Origin", $"https://{ProxiedHouse.Host}");
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, (await answer.Content.ReadAsStringAsync()).Split("\"code\":null").Length - 1);
    }

    [Fact]
    public async Task Upload_WhileItIsStillBeingSent_ShouldReachPitonAlready()
    {
        using var client = Program();
        using var form = Uploads.Form(TestImages.NoisyJpeg(1200, 900));
        using var gate = new GatedContent(form);

        var upload = client.PostAsync(Uploads.Api, gate);
        await gate.HalfWay;
        await Eventually.HoldsAsync(
            () => Directory.GetFileSystemEntries(Path.Combine(house.DataDirectory, "staging")).Length > 0, TimeSpan.FromSeconds(30), "Piton begins to stage the upload");
        gate.GoOn();
        using var answer = await upload;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("unlisted")]
    [InlineData("private")]
    public async Task Picture_SentByNginx_ShouldHaveTheBytesAndHeadersThatPitonGivesIt(string visibility)
    {
        using var client = Program();
        var address = await UploadAsync(client, visibility);
        using var direct = await DirectAsync(address);

        // A HEAD is answered by Piton itself.
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        using var answer = await client.GetAsync(address);

        Assert.StartsWith("/piton-files/uploads/", direct.Headers.GetValues("X-Accel-Redirect").Single(), StringComparison.Ordinal);
        Assert.Empty(await direct.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HeadersOf(head), HeadersOf(answer));
        Assert.Contains("ETag", HeadersOf(answer).Select(header => header.Split(':')[0]));
        Assert.Equal(await File.ReadAllBytesAsync(FileOf(address)), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Original_SentByNginx_ShouldBeForItsOwnerAlone()
    {
        using var client = Program();
        using var stranger = NginxHouse.Client();
        var source = TestImages.Jpeg();
        var id = (await client.UploadAsync(source, fields: ("visibility", "public"))).Text("id");

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/uploads/{id}/original"));
        using var answer = await client.GetAsync($"/uploads/{id}/original");
        using var refused = await stranger.GetAsync($"/uploads/{id}/original");

        Assert.Equal(source, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(HeadersOf(head), HeadersOf(answer));
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true, Public: false });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("Range", "bytes=10-29", 206)]
    [InlineData("Range", "bytes=-5", 206)]
    [InlineData("Range", "bytes=100000000-", 416)]
    [InlineData("Range", "chars=0-9", 200)]
    [InlineData("If-None-Match", "{etag}", 304)]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-Modified-Since", "{date}", 304)]
    [InlineData("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 200)]
    [InlineData("If-Match", "{etag}", 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Unmodified-Since", "{date}", 200)]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 412)]
    public async Task Picture_AskedForInPartOrOnACondition_ShouldBeAnsweredAsPitonDoes(string header, string value, int status)
    {
        using var client = Program();
        var address = await UploadAsync(client, "public");
        using var first = await client.GetAsync(address);
        var whole = await first.Content.ReadAsByteArrayAsync();
        var (tag, date) = (first.Headers.ETag!.ToString(), first.Content.Headers.LastModified!.Value.ToString("R"));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value.Replace("{etag}", tag, StringComparison.Ordinal).Replace("{date}", date, StringComparison.Ordinal));

        using var answer = await client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        var expected = (status, value) switch
        {
            (200, _) => whole,
            (206, "bytes=-5") => whole[^5..],
            (206, _) => whole[10..30],
            _ => null,
        };
        Assert.True(expected is null || expected.SequenceEqual(bytes));
    }

    [Fact]
    public async Task Picture_ThatIsPrivate_ShouldStayPrivate()
    {
        using var owner = Program();
        using var stranger = NginxHouse.Client();
        var address = await UploadAsync(owner, "private");
        var inside = Path.GetRelativePath(house.DataDirectory, FileOf(address));

        using var own = await owner.GetAsync(address);
        using var refused = await stranger.GetAsync(address);
        using var around = await stranger.GetAsync($"/piton-files/{inside}");

        Assert.True(own.Headers.CacheControl is { Private: true, NoStore: true, Public: false });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, around.StatusCode);
    }

    [Theory]
    [InlineData("/piton-files/keys/")]
    [InlineData("/piton-files/uploads/../keys/")]
    [InlineData("/piton-files/uploads/%2e%2e/accounts.jsonl")]
    [InlineData("/piton-files/uploads/..%2faccounts.jsonl")]
    [InlineData("/piton-files/uploads../accounts.jsonl")]
    [InlineData("/piton-files/accounts.jsonl")]
    public async Task Data_BesideThePictures_ShouldBeNowhere(string path)
    {
        using var connection = await NginxHouse.RawAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {ProxiedHouse.Host}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(connection);

        var said = await reader.ReadToEndAsync();

        Assert.Matches(@"\AHTTP/1\.1 40[04] ", said);
        Assert.DoesNotContain("example.org\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_OnDisk_ShouldOpenThePicturesAndNothingSecretToTheGroup()
    {
        static UnixFileMode OfGroup(string path) => File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute);

        Assert.Equal(UnixFileMode.GroupRead | UnixFileMode.GroupExecute, OfGroup(Path.Combine(house.DataDirectory, "uploads")));
        Assert.All(
            Directory.GetFileSystemEntries(house.DataDirectory).Where(path => Path.GetFileName(path) is not ("uploads" or "lock")),
            path => Assert.Equal((path, UnixFileMode.None), (path, OfGroup(path))));
    }

    [Fact]
    public async Task Picture_ThatNginxMayNotRead_ShouldBeAFailureThatNobodyKeeps()
    {
        using var client = Program();
        var address = await UploadAsync(client, "public");
        File.SetUnixFileMode(FileOf(address), UnixFileMode.None);

        using var answer = await client.GetAsync(address);

        Assert.InRange((int)answer.StatusCode, 500, 599);
        Assert.Contains("no-store", string.Join(", ", answer.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAFileThatIsTooLarge_ShouldBeRefusedByPitonInItsWords()
    {
        using var client = Program();
        using var form = Uploads.Form(new byte[2_500_000]);

        using var answer = await client.PostAsync(Uploads.Api, form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("too_large", (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Upload_OfMoreThanAForm_ShouldBeRefusedByNginxBeforeItIsSent()
    {
        using var connection = await NginxHouse.RawAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /too-much HTTP/1.1\r\nHost: {ProxiedHouse.Host}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 257000001\r\n\r\n"));
        using var reader = new StreamReader(connection);

        Assert.Equal("HTTP/1.1 413 Request Entity Too Large", await reader.ReadLineAsync());
        Assert.DoesNotContain("/too-much", house.Paths);
    }

    [Fact]
    public async Task Address_OfASignIn_ShouldBeThatWhichNginxSaw()
    {
        using var browser = NginxHouse.Client(from: IPAddress.Parse("127.0.0.99"));
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        browser.DefaultRequestHeaders.Add("Forwarded", "for=198.51.100.1");

        await SignInAsync(browser, Role.Visitor);

        var page = await house.Services.GetRequiredService<IAuditLog>().PageAsync(new AuditQuery(new AuditFilter("signed_in"), 1), CancellationToken.None);
        Assert.Equal("127.0.0.99", page.Items.Single().Address);
    }

    [Fact]
    public async Task Page_OverPlainHttp_ShouldLeadToTls()
    {
        using var browser = NginxHouse.Client();

        using var answer = await browser.GetAsync(new Uri($"http://{ProxiedHouse.Host}/account/sign-in?returnUrl=%2Ftrash"));

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"https://{ProxiedHouse.Host}/account/sign-in?returnUrl=%2Ftrash", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Page_WhenTheBrowserTakesIt_ShouldComeCompressed(string encoding)
    {
        using var browser = NginxHouse.Client();
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);

        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.StartsWith("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    private static async Task<string> UploadAsync(HttpClient client, string visibility) =>
        (await client.UploadAsync(TestImages.Jpeg(), fields: ("visibility", visibility))).GetProperty("urls").Text("full");

    private static IEnumerable<string> HeadersOf(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
        .Where(header => !OfConnection.Contains(header.Key))
        .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}")
        .Order(StringComparer.Ordinal);

    private HttpClient Program()
    {
        var client = NginxHouse.Client();
        client.DefaultRequestHeaders.Authorization = house.Accounts.BearerOf(Role.Administrator);
        return client;
    }

    private async Task<HttpResponseMessage> DirectAsync(string address)
    {
        using var client = house.Visitor();
        client.DefaultRequestHeaders.Authorization = house.Accounts.BearerOf(Role.Administrator);
        return await client.GetAsync(address);
    }

    private async Task SignInAsync(HttpClient browser, Role role)
    {
        using var form = await browser.WithTokenAsync("/account/sign-in", ("email", house.Accounts[role].Email), ("password", TestAccounts.Password));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = form, Version = browser.DefaultRequestVersion };
        request.Headers.Add("Origin", $"https://{ProxiedHouse.Host}");
        using var answer = await browser.SendAsync(request);
        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    private string FileOf(string address)
    {
        var id = address.Split('/')[2];
        return Path.Combine(house.DataDirectory, "uploads", id[..2], id, "full.webp");
    }
}
