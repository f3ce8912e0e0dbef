using System.Net;
using System.Net.Http.Headers;

namespace Piton.Web.Tests.Controllers;

public sealed class RenditionsControllerTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _client = server.ApiClient();

    [Fact]
    public async Task Get_WhenRenditionExists_ShouldSendWebPThatMayBeKeptForEver()
    {
        var address = await UploadAsync();

        using var answer = await _client.GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("bytes", answer.Headers.AcceptRanges.Single());
        Assert.Equal("RIFF"u8, bytes.AsSpan(0, 4));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_WhenSourceWasKept_ShouldSendItAsWhatItIs()
    {
        var image = await _client.UploadAsync(TestImages.SmallJpeg(), fields: ("name", "small"));

        using var answer = await _client.GetAsync(image.GetProperty("urls").Text("full"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("small.jpg", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal([0xff, 0xd8], bytes[..2]);
        Assert.Equal(image.GetProperty("bytes").GetInt64(), bytes.Length);
    }

    [Fact]
    public async Task Get_WhenClientHasItAlready_ShouldAnswer304WithoutBytes()
    {
        var address = await UploadAsync();
        using var first = await _client.GetAsync(address);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Get_WhenRangeIsAsked_ShouldAnswer206WithThoseBytes()
    {
        var address = await UploadAsync();
        var whole = await _client.GetByteArrayAsync(address);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(10, 29);
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(whole[10..30], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(whole.Length, answer.Content.Headers.ContentRange?.Length);
    }

    [Theory]
    [InlineData("chars=0-9")]
    [InlineData("bytesize=0-9")]
    public async Task Get_WhenRangeIsInAnUnknownUnit_ShouldSendTheWhole(string range)
    {
        var address = await UploadAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Range", range);
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(await _client.GetByteArrayAsync(address), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_WhenRangeIsBeyondTheEnd_ShouldAnswer416()
    {
        var address = await UploadAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(100_000_000, null);
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Fact]
    public async Task Head_WhenRenditionExists_ShouldSayItsLengthAndSendNothing()
    {
        var address = await UploadAsync();
        var whole = await _client.GetByteArrayAsync(address);

        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(whole.Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("w1600")]
    [InlineData("original")]
    [InlineData("full.webp")]
    [InlineData("..%2Fimage.json")]
    [InlineData("%2e%2e")]
    public async Task Get_WhenRenditionDoesNotExist_ShouldAnswer404WithACode(string rendition)
    {
        var address = await UploadAsync();

        using var answer = await _client.GetAsync(address.Replace("/full", $"/{rendition}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("not_found", (await answer.JsonAsync()).Text("code"));
    }

    private async Task<string> UploadAsync() => (await _client.UploadAsync(TestImages.Jpeg())).GetProperty("urls").Text("full");
}
