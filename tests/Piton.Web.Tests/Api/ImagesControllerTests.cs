using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Piton.Web.Tests.Api;

public sealed class ImagesControllerTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _client = server.ApiClient();

    [Fact]
    public async Task Post_WhenPictureIsGood_ShouldAnswer201WithTheWholeImage()
    {
        var jpeg = TestImages.Jpeg(2000, 1500);

        using var form = Uploads.Form(jpeg, "vacaciones.jpg", ("alt", "A beach"), ("name", "Playa"), ("visibility", "public"));
        using var answer = await _client.PostAsync(Uploads.Api, form);
        var image = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/api/v1/images/{image.Text("id")}", answer.Headers.Location?.ToString());
        Assert.Equal("Playa", image.Text("name"));
        Assert.Equal("vacaciones.jpg", image.Text("fileName"));
        Assert.Equal("A beach", image.Text("alt"));
        Assert.Equal("public", image.Text("visibility"));
        Assert.Equal(2000, image.GetProperty("width").GetInt32());
        Assert.Equal(1500, image.GetProperty("height").GetInt32());
        Assert.Equal(1, image.GetProperty("frames").GetInt32());
        Assert.Equal("jpeg", image.GetProperty("source").Text("format"));
        Assert.Equal(jpeg.Length, image.GetProperty("source").GetProperty("bytes").GetInt64());
        Assert.Equal("converted", image.GetProperty("conversion").Text("verdict"));
        Assert.Equal(
            jpeg.Length - image.GetProperty("bytes").GetInt64(), image.GetProperty("conversion").GetProperty("savedBytes").GetInt64());
        Assert.Matches("^#[0-9a-f]{6}$", image.GetProperty("placeholder").Text("color"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(jpeg)), image.Text("sha256"));
        Assert.Equal(["page", "full", "w1600", "w800", "w320"], image.GetProperty("urls").EnumerateObject().Select(url => url.Name));
        Assert.False(image.TryGetProperty("duplicate", out _));
    }

    [Fact]
    public async Task Post_WhenSourceIsKept_ShouldReportItByStableCodes()
    {
        var jpeg = await _client.UploadAsync(TestImages.SmallJpeg());
        var webP = await _client.UploadAsync(TestImages.WebP());

        Assert.Equal(("kept", "jpeg", "would_grow"), Report(jpeg));
        Assert.Equal(("kept", "webp", "already_webp"), Report(webP));
        Assert.All(new[] { jpeg, webP }, image =>
        {
            var report = image.GetProperty("conversion");
            Assert.True(report.GetProperty("lossless").GetBoolean());
            Assert.Equal(JsonValueKind.Null, report.GetProperty("quality").ValueKind);
            Assert.InRange(report.GetProperty("savedBytes").GetInt64(), 0, 1_000);
            Assert.InRange(report.GetProperty("milliseconds").GetInt32(), 0, 60_000);
            Assert.StartsWith("libvips 8.", report.Text("decoder"), StringComparison.Ordinal);
        });

        static (string, string, string) Report(JsonElement image)
        {
            var report = image.GetProperty("conversion");
            return (report.Text("verdict"), report.Text("format"), report.Text("reason"));
        }
    }

    [Fact]
    public async Task Post_WhenFieldsStandInFrontOfTheFile_ShouldHeedThem()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("In front"), "name" },
            Uploads.FileContent(TestImages.Jpeg(), "file", "x.jpg"),
        };
        using var answer = await _client.PostAsync(Uploads.Api, form);

        Assert.Equal("In front", (await answer.JsonAsync()).Text("name"));
    }

    [Fact]
    public async Task Post_WhenFieldsAreBlank_ShouldTakeThemForAbsent()
    {
        var image = await _client.UploadAsync(TestImages.Jpeg(), "x.jpg", ("name", "\u200b"), ("alt", " "), ("visibility", " "));

        Assert.Equal(("x", "public"), (image.Text("name"), image.Text("visibility")));
        Assert.Null(image.Text("alt"));
    }

    [Fact]
    public async Task Post_WhenTheSameBytesAreThere_ShouldAnswer200AndTheFirst()
    {
        var jpeg = TestImages.Jpeg();
        var first = await _client.UploadAsync(jpeg);

        using var form = Uploads.Form(jpeg, "other.jpg");
        using var answer = await _client.PostAsync(Uploads.Api, form);
        var second = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(second.GetProperty("duplicate").GetBoolean());
        Assert.Equal(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task Post_WhenPictureIsSmall_ShouldHaveNoLargerRendition()
    {
        var image = await _client.UploadAsync(TestImages.Jpeg(320, 200));

        Assert.Equal(["page", "full"], image.GetProperty("urls").EnumerateObject().Select(url => url.Name));
    }

    [Fact]
    public async Task Get_WhenImageExists_ShouldAnswerTheSameAsTheUpload()
    {
        var uploaded = await _client.UploadAsync(TestImages.Jpeg());

        var image = await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}/{uploaded.Text("id")}");

        Assert.Equal(uploaded.GetRawText(), image.GetRawText());
    }

    [Fact]
    public async Task Patch_WhenNameIsGood_ShouldRename()
    {
        var id = (await _client.UploadAsync(TestImages.Jpeg())).Text("id");

        using var answer = await _client.PatchAsJsonAsync($"{Uploads.Api}/{id}", new { name = "Ñandú" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Ñandú", (await answer.JsonAsync()).Text("name"));
        Assert.Equal("Ñandú", (await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}/{id}")).Text("name"));
    }

    [Fact]
    public async Task Patch_WhenThereIsADescription_ShouldChangeWhatIsThereAndNothingElse()
    {
        var id = (await _client.UploadAsync(TestImages.Jpeg(), fields: ("name", "Playa"))).Text("id");

        using var described = await _client.PatchAsJsonAsync($"{Uploads.Api}/{id}", new { alt = "A beach" });
        using var renamed = await _client.PatchAsJsonAsync($"{Uploads.Api}/{id}", new { name = "Mar", alt = (string?)null });
        using var cleared = await _client.PatchAsJsonAsync($"{Uploads.Api}/{id}", new { alt = "" });

        Assert.Equal(("Playa", "A beach"), NameAndAlt(await described.JsonAsync()));
        Assert.Equal(("Mar", "A beach"), NameAndAlt(await renamed.JsonAsync()));
        Assert.Equal(("Mar", null), NameAndAlt(await cleared.JsonAsync()));

        static (string, string?) NameAndAlt(JsonElement image) => (image.Text("name"), image.GetProperty("alt").GetString());
    }

    [Fact]
    public async Task Delete_WhenImageExists_ShouldHideItEverywhereUntilRestored()
    {
        var uploaded = await _client.UploadAsync(TestImages.Jpeg());
        var address = $"{Uploads.Api}/{uploaded.Text("id")}";
        var picture = uploaded.GetProperty("urls").Text("full");

        using var deleted = await _client.DeleteAsync(address);
        using var gone = await _client.GetAsync(address);
        using var bytesGone = await _client.GetAsync(picture);
        using var again = await _client.DeleteAsync(address);
        using var restored = await _client.PostAsync($"{address}/restore", null);
        using var back = await _client.GetAsync(picture);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, bytesGone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("name")]
    [InlineData("name-desc")]
    [InlineData("size")]
    public async Task List_WhenFollowedByCursor_ShouldShowEachImageOnce(string sort)
    {
        var mark = Guid.NewGuid().ToString("n");
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add((await _client.UploadAsync(TestImages.Jpeg(64, 64), "x.jpg", ("name", $"{mark} {number % 2}"))).Text("id"));
        }

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}?q={mark}&sort={sort}&limit=2&after={next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(image => image.Text("id")));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.Equal(ids.Order(), seen.Order());
    }

    [Fact]
    public async Task Months_WhenSearched_ShouldCountTheHitsAndLeadToTheirPage()
    {
        var mark = Guid.NewGuid().ToString("n");
        var id = (await _client.UploadAsync(TestImages.Jpeg(64, 64), "x.jpg", ("name", mark))).Text("id");

        var months = await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}/months?q={mark}&sort=oldest");
        var month = Assert.Single(months.GetProperty("items").EnumerateArray());
        var page = await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}?q={mark}&sort=oldest&after={month.Text("after")}");
        using var refused = await _client.GetAsync($"{Uploads.Api}/months?sort=name");

        Assert.Equal(page.GetProperty("items")[0].Text("createdAt")[..7], month.Text("month"));
        Assert.Equal(1, month.GetProperty("count").GetInt64());
        Assert.Equal(id, Assert.Single(page.GetProperty("items").EnumerateArray()).Text("id"));
        Assert.Equal(1, page.GetProperty("total").GetInt64());
        Assert.Equal("unknown_sort", (await refused.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task List_WhenSearched_ShouldIgnoreCaseAndAccents()
    {
        var id = (await _client.UploadAsync(TestImages.Jpeg(), "x.jpg", ("name", "Canción de Otoño"))).Text("id");

        var page = await _client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}?q=CANCION de oto");

        Assert.Contains(page.GetProperty("items").EnumerateArray(), image => image.Text("id") == id);
    }
}
