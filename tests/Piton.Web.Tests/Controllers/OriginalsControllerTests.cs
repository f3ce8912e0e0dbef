using System.Net;
using System.Text.Json;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Controllers;

public sealed class OriginalsControllerTests : IDisposable
{
    private readonly PitonServer _server = new();

    [Fact]
    public async Task Get_WhenOriginalsAreKept_ShouldSendTheFileAsItCame()
    {
        var source = TestImages.Photograph();
        var image = await UploadAsync(source);
        var address = image.GetProperty("urls").Text("original");

        using var client = _server.ApiClient();
        using var answer = await client.GetAsync(address);

        Assert.True(image.GetProperty("source").GetProperty("kept").GetBoolean());
        Assert.Equal(source.Length, image.GetProperty("source").GetProperty("bytes").GetInt32());
        Assert.Equal($"/uploads/{image.Text("id")}/original", address);
        Assert.Equal(source, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("holiday.jpg", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains($"{image.Text("id")}/original.jpg {source.Length}", string.Join('\n', _server.Inventory()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhenTheNameOfTheFileIsVeryLong_ShouldSendAHeaderThatAProxyTakes()
    {
        var image = await UploadAsync(TestImages.Photograph(), $"{new string('海', 400)}.jpg");
        using var client = _server.ApiClient();

        using var answer = await client.GetAsync($"/uploads/{image.Text("id")}/original");

        Assert.Equal($"{new string('海', 80)}.jpg", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.InRange(answer.Content.Headers.GetValues("Content-Disposition").Single().Length, 1, 1500);
    }

    [Fact]
    public async Task Get_WhenItIsAnothers_ShouldBeNeitherNamedNorFound()
    {
        var id = (await UploadAsync(TestImages.Photograph())).Text("id");
        using var another = _server.ApiClient(Role.Moderator);

        using var described = await another.GetAsync($"{Uploads.Api}/{id}");
        using var answer = await another.GetAsync($"/uploads/{id}/original");

        Assert.False((await described.JsonAsync()).GetProperty("urls").TryGetProperty("original", out _));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_WhenTheImageIsInTheTrash_ShouldBeNotFoundUntilItIsRestored()
    {
        var image = await UploadAsync(TestImages.Photograph());
        using var client = _server.ApiClient();
        var address = image.GetProperty("urls").Text("original");

        using var deletion = await client.DeleteAsync($"{Uploads.Api}/{image.Text("id")}");
        using var gone = await client.GetAsync(address);
        using var restored = await client.PostAsync($"{Uploads.Api}/{image.Text("id")}/restore", null);
        using var back = await client.GetAsync(address);

        Assert.Equal(
            [HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { deletion, gone, restored, back }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task Get_WhenOriginalsAreDiscarded_ShouldBeNotFound()
    {
        using var client = _server.ApiClient();
        var image = await client.UploadAsync(TestImages.Photograph());

        using var answer = await client.GetAsync($"/uploads/{image.Text("id")}/original");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(image.GetProperty("source").GetProperty("kept").GetBoolean());
        Assert.False(image.GetProperty("urls").TryGetProperty("original", out _));
        Assert.DoesNotContain(_server.Inventory(), entry => entry.Contains("original", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "kept, for you alone: ")]
    [InlineData("es", "guardado, solo para ti: ")]
    public async Task Page_WhenTheOriginalIsKept_ShouldOfferItToItsOwner(string language, string said)
    {
        var image = await UploadAsync(TestImages.Photograph());
        using var browser = _server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await browser.PageAsync($"/images/{image.Text("id")}");

        var link = page.QuerySelector($"a[href='/uploads/{image.Text("id")}/original']");
        Assert.StartsWith(said, link?.TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private async Task<JsonElement> UploadAsync(byte[] source, string fileName = "holiday.jpg")
    {
        _server.Settings["Piton:Originals"] = "keep";
        using var client = _server.ApiClient();
        return await client.UploadAsync(source, fileName);
    }
}
