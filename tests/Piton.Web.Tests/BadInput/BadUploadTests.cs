using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;

namespace Piton.Web.Tests.BadInput;

/// <summary>Each bad upload gets its status, its code and a message, and leaves the library as it was.</summary>
public sealed class BadUploadTests(PitonServer server) : IClassFixture<PitonServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client = server.ApiClient();

    public static TheoryData<string, string, HttpStatusCode, string> BadFiles => new()
    {
        { "not an image", "<html><body>hello</body></html>", HttpStatusCode.UnsupportedMediaType, "unsupported_type" },
        { "an SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", HttpStatusCode.UnsupportedMediaType, "unsupported_type" },
        { "an unknown type", "\u0001\u0002\u0003\u0004\u0005", HttpStatusCode.UnsupportedMediaType, "unsupported_type" },
        { "empty", "", HttpStatusCode.BadRequest, "empty_file" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Post_WhenFileIsBad_ShouldRefuseAndLeaveNothing(string what, string content, HttpStatusCode status, string code)
    {
        var before = server.Inventory();

        using var form = Uploads.Form(Encoding.UTF8.GetBytes(content), $"{what}.jpg");
        using var answer = await _client.PostAsync(Uploads.Api, form);

        await AssertRefusedAsync(answer, status, code);
        Assert.Equal(before, server.Inventory());
    }

    [Fact]
    public async Task Post_WhenPictureIsTruncated_ShouldAnswer422()
    {
        var before = server.Inventory();
        var jpeg = TestImages.Jpeg();

        using var form = Uploads.Form(jpeg[..(jpeg.Length / 2)]);
        using var answer = await _client.PostAsync(Uploads.Api, form);

        await AssertRefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "broken_image");
        Assert.Equal(before, server.Inventory());
    }

    [Fact]
    public async Task Post_WhenASideIsTooLong_ShouldAnswer422WithTheLimit()
    {
        var before = server.Inventory();

        using var form = Uploads.Form(TestImages.Png(16_384, 2), "long.png");
        using var answer = await _client.PostAsync(Uploads.Api, form);

        var detail = await AssertRefusedAsync(answer, HttpStatusCode.UnprocessableEntity, "side_too_long");
        Assert.Contains("16,384", detail, StringComparison.Ordinal);
        Assert.Contains("16,383", detail, StringComparison.Ordinal);
        Assert.Equal(before, server.Inventory());
    }

    public static TheoryData<string, string, Func<byte[]>> PicturesOverALimit => new()
    {
        { "Piton:Limits:MaxPixels", "too_many_pixels", () => TestImages.Png(101, 100) },
        { "Piton:Limits:MaxFrames", "too_many_frames", () => TestImages.Gif(frames: 3, side: 50) },
        { "Piton:Limits:MaxTotalPixels", "too_many_total_pixels", () => TestImages.Gif(frames: 5, side: 70) },
    };

    [Theory]
    [MemberData(nameof(PicturesOverALimit))]
    public async Task Post_WhenThePictureIsOverALimit_ShouldAnswer422WithTheLimit(string option, string code, Func<byte[]> picture)
    {
        var limit = option.EndsWith("Frames", StringComparison.Ordinal) ? "2" : "10000";
        using var strict = new PitonServer { Settings = { [option] = limit } };
        using var client = strict.ApiClient();

        using var form = Uploads.Form(picture());
        using var answer = await client.PostAsync(Uploads.Api, form);

        var said = int.Parse(limit, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
        Assert.Contains(said, await AssertRefusedAsync(answer, HttpStatusCode.UnprocessableEntity, code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhenTheQueueIsFull_ShouldAnswer503AndSayWhenToTryAgain()
    {
        using var busy = new PitonServer { Settings = { ["Piton:Conversions:Running"] = "1", ["Piton:Conversions:Waiting"] = "0" } };
        using var client = busy.ApiClient();
        var queue = busy.Services.GetRequiredService<ConversionQueue>();
        using var place = await queue.EnterAsync(CancellationToken.None);
        var before = busy.Inventory();

        using var form = Uploads.Form(TestImages.Jpeg());
        using var answer = await client.PostAsync(Uploads.Api, form);

        await AssertRefusedAsync(answer, HttpStatusCode.ServiceUnavailable, "busy");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(before, busy.Inventory());
    }

    [Fact]
    public async Task Post_WhenTheBodyIsFarOverTheLimit_ShouldAnswer413AndNotBreakTheConnection()
    {
        using var form = Uploads.Form(new byte[60_000_000]);
        using var answer = await _client.PostAsync(Uploads.Api, form);

        var detail = await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too_large");
        Assert.Contains("25,000,000", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhenFileIsOverTheLimit_ShouldReadItToItsEndAndAnswer413()
    {
        var before = server.Inventory();

        using var form = Uploads.Form(new byte[26_000_000]);
        using var answer = await _client.PostAsync(Uploads.Api, form);

        await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too_large");
        Assert.Equal(before, server.Inventory());
    }

    [Fact]
    public async Task Post_WhenThereIsNoFile_ShouldAnswer400()
    {
        using var form = new MultipartFormDataContent { { new StringContent("a name"), "name" } };
        using var answer = await _client.PostAsync(Uploads.Api, form);

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "no_file");
    }

    [Fact]
    public async Task Post_WhenThereAreTwoFiles_ShouldAnswer400AndKeepNeither()
    {
        var before = server.Inventory();

        using var form = Uploads.Form(TestImages.Jpeg());
        form.Add(Uploads.FileContent(TestImages.Jpeg(), "file", "second.jpg"));
        using var answer = await _client.PostAsync(Uploads.Api, form);

        var detail = await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "too_many_files");
        Assert.Contains("a request for each", detail, StringComparison.Ordinal);
        Assert.Equal(before, server.Inventory());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("image/jpeg")]
    public async Task Post_WhenBodyIsNotMultipart_ShouldAnswer415AndNameTheTypeItTakes(string type)
    {
        using var answer = await _client.PostAsync(Uploads.Api, new StringContent("{}", Encoding.UTF8, type));

        var detail = await AssertRefusedAsync(answer, HttpStatusCode.UnsupportedMediaType, "not_multipart");
        Assert.Contains("multipart/form-data", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", 501, "The name has 501 characters")]
    [InlineData("alt", 2001, "The description has 2,001 characters")]
    [InlineData("name", 70_000, "more than 65,536 bytes")]
    public async Task Post_WhenATextIsTooLong_ShouldSayWhichAndHowLongItMayBe(string field, int length, string said)
    {
        using var form = Uploads.Form(TestImages.Png(8, 8), "x.png", (field, new string('x', length)));
        using var answer = await _client.PostAsync(Uploads.Api, form);

        Assert.Contains(said, await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "text_too_long"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhenTheFileNameIsTooLong_ShouldSaySo()
    {
        using var form = Uploads.Form(TestImages.Png(8, 8), new string('x', 1001));
        using var answer = await _client.PostAsync(Uploads.Api, form);

        var detail = await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "text_too_long");
        Assert.Contains("The file name has 1,001 characters", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhenFileIsOverTheLimit_ShouldGroupTheDigitsOfTheLimit()
    {
        using var form = Uploads.Form(new byte[25_500_000]);
        using var answer = await _client.PostAsync(Uploads.Api, form);

        var detail = await AssertRefusedAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too_large");
        Assert.Contains("25,000,000 bytes", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", 501, "text_too_long")]
    [InlineData("alt", 2001, "text_too_long")]
    [InlineData("visibility", 7, "unknown_visibility")]
    public async Task Post_WhenAFieldIsBad_ShouldAnswer400AndKeepNothing(string field, int length, string code)
    {
        var before = server.Inventory();

        using var form = Uploads.Form(TestImages.Jpeg(), "x.jpg", (field, new string('x', length)));
        using var answer = await _client.PostAsync(Uploads.Api, form);

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, code);
        Assert.Equal(before, server.Inventory());
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public async Task Post_WhenMultipartEndsEarly_ShouldAnswer400AndLeaveNothing(double share)
    {
        var before = server.Inventory();
        using var form = Uploads.Form(TestImages.NoisyJpeg(1200, 900));
        var whole = await form.ReadAsByteArrayAsync();

        using var cut = new ByteArrayContent(whole[..(int)(whole.Length * share)]) { Headers = { ContentType = form.Headers.ContentType } };
        using var answer = await _client.PostAsync(Uploads.Api, cut);

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, "malformed");
        Assert.Equal(before, server.Inventory());
    }

    [Fact]
    public async Task Post_WhenClientHangsUp_ShouldLeaveNothing()
    {
        var before = server.Inventory();
        using var form = Uploads.Form(TestImages.NoisyJpeg(1600, 1200));
        var whole = await form.ReadAsByteArrayAsync();

        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(server.Address.Host, server.Address.Port);
            var stream = socket.GetStream();
            var head = $"POST {Uploads.Api} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {_client.DefaultRequestHeaders.Authorization}\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {whole.Length}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(whole.AsMemory(0, whole.Length / 2));
            await Eventually.HoldsAsync(() => !before.SequenceEqual(server.Inventory()), Patience, "the server began to stage the upload");
            socket.Client.LingerState = new LingerOption(true, 0);
        }

        await Eventually.HoldsAsync(() => before.SequenceEqual(server.Inventory()), Patience, "the server let go of what it had");
    }

    [Fact]
    public async Task Post_WhenAnotherSiteSendsIt_ShouldAnswer403AndKeepNothing()
    {
        var before = server.Inventory();

        using var request = new HttpRequestMessage(HttpMethod.Post, Uploads.Api) { Content = Uploads.Form(TestImages.Jpeg()) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var stranger = server.ApiClient(Role.Anonymous);
        using var answer = await stranger.SendAsync(request);

        await AssertRefusedAsync(answer, HttpStatusCode.Forbidden, "cross_site");
        Assert.Equal(before, server.Inventory());
    }

    private static async Task<string> AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.JsonAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.Text("code"));
        Assert.True(problem.Text("detail").Length > 20, problem.Text("detail"));
        return problem.Text("detail");
    }
}
