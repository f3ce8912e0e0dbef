using System.Text.Json;

namespace Piton.Web.Tests.Pages;

/// <summary>What the camera wrote, from the upload to the page and the API.</summary>
public sealed class PhotoFactsTests : IDisposable
{
    private readonly PitonServer _server = new();

    [Fact]
    public async Task Api_WhenTheCameraWroteFacts_ShouldGiveThemWithoutThePlace()
    {
        var image = await UploadAsync();

        var photo = image.GetProperty("photo");
        Assert.Equal("2024-05-06T10:11:12+02:00", image.Text("takenAt"));
        Assert.Equal(("Canon EOS R5", "RF35mm F1.8"), (photo.Text("camera"), photo.Text("lens")));
        Assert.Equal(0.004, photo.GetProperty("exposureTime").GetDouble());
        Assert.Equal(2.8, photo.GetProperty("fNumber").GetDouble());
        Assert.Equal((400, 35, 52), (photo.GetProperty("iso").GetInt32(), photo.GetProperty("focalLength").GetInt32(), photo.GetProperty("focalLength35").GetInt32()));
        Assert.False(photo.TryGetProperty("latitude", out _));
        Assert.DoesNotContain("atitude", await File.ReadAllTextAsync($"{_server.DataDirectory}/images.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WhenTheServerKeepsPlaces_ShouldGiveIt()
    {
        _server.Settings["Piton:Metadata:KeepLocation"] = "true";

        var photo = (await UploadAsync()).GetProperty("photo");

        Assert.Equal((40.416667, -3.7), (photo.GetProperty("latitude").GetDouble(), photo.GetProperty("longitude").GetDouble()));
    }

    [Fact]
    public async Task Api_WhenTheCameraWroteNothing_ShouldSayNull()
    {
        using var client = _server.ApiClient();

        var image = await client.UploadAsync(TestImages.Png());

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (image.GetProperty("takenAt").ValueKind, image.GetProperty("photo").ValueKind));
    }

    [Theory]
    [InlineData("en", "May 6, 2024, 10:11 UTC+02:00", "1/250 s, f/2.8, ISO 400", "35 mm (like 52 mm on 35 mm film)")]
    [InlineData("es", "6 de mayo de 2024, 10:11 UTC+02:00", "1/250 s, f/2,8, ISO 400", "35 mm (como 52 mm en película de 35 mm)")]
    public async Task Page_WhenTheCameraWroteFacts_ShouldShowThemAsPhotographersDo(string language, string taken, string exposure, string length)
    {
        var image = await UploadAsync();
        using var browser = _server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await browser.PageAsync($"/images/{image.Text("id")}");

        var facts = page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent.Replace('\u00a0', ' ').Trim()).ToList();
        Assert.Contains(taken, facts);
        Assert.Contains("Canon EOS R5", facts);
        Assert.Contains("RF35mm F1.8", facts);
        Assert.Contains(exposure, facts);
        Assert.Contains(length, facts);
        Assert.NotNull(page.QuerySelector(".facts time[datetime='2024-05-06T10:11:12+02:00']"));
    }

    public void Dispose() => _server.Dispose();

    private async Task<JsonElement> UploadAsync()
    {
        using var client = _server.ApiClient();
        return await client.UploadAsync(TestImages.Photograph());
    }
}
