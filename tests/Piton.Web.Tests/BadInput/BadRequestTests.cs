using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Piton.Web.Tests.BadInput;

public sealed class BadRequestTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const string UnknownId = "00000000000000000000000000000000";

    private readonly HttpClient _client = server.ApiClient();

    [Theory]
    [InlineData($"/api/v1/images/{UnknownId}", 404, "not_found")]
    [InlineData("/api/v1/images/not-an-id", 404, "not_found")]
    [InlineData("/api/v1/images/0000000000000000000000000000000A", 404, "not_found")]
    [InlineData($"/uploads/{UnknownId}/full", 404, "not_found")]
    [InlineData("/uploads/..%2f..%2fetc/passwd", 404, "not_found")]
    [InlineData("/api/v1/images?after=made-up", 400, "bad_cursor")]
    [InlineData("/api/v1/images?after=!!!", 400, "bad_cursor")]
    [InlineData("/api/v1/images?sort=random", 400, "unknown_sort")]
    [InlineData("/api/v1/images?limit=0", 400, "bad_limit")]
    [InlineData("/api/v1/images?limit=201", 400, "bad_limit")]
    [InlineData("/api/v1/images?limit=many", 400, "bad_limit")]
    [InlineData("/api/v1/nothing", 404, "not_found")]
    [InlineData("/error/200", 404, "not_found")]
    [InlineData("/error/500", 404, "not_found")]
    [InlineData("/error", 404, "not_found")]
    public async Task Get_WhenRequestIsBad_ShouldSayWhatWasWrong(string address, int status, string code)
    {
        using var answer = await _client.GetAsync(address);
        var problem = await answer.JsonAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.Text("code"));
        Assert.NotEmpty(problem.Text("detail"));
    }

    [Theory]
    [InlineData("{\"name\": \"  \"}", 400, "name_blank")]
    [InlineData("{\"name\": \"\\u200b\"}", 400, "name_blank")]
    [InlineData("{}", 400, "nothing_to_change")]
    [InlineData("{\"name\": null}", 400, "nothing_to_change")]
    [InlineData("{\"size\": 3}", 400, "malformed")]
    [InlineData("{", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    [InlineData("{\"name\": \"\\ud800\"}", 400, "malformed")]
    [InlineData("{\"name\": \"good\"}", 404, "not_found")]
    public async Task Patch_WhenRequestIsBad_ShouldSayWhatWasWrong(string body, int status, string code)
    {
        using var answer = await _client.PatchAsync($"{Uploads.Api}/{UnknownId}", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Patch_WhenBodyIsNoJson_ShouldAnswer415WithACode()
    {
        using var answer = await _client.PatchAsync($"{Uploads.Api}/{UnknownId}", new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("unsupported_type", (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Put_WhenNoActionTakesIt_ShouldAnswer405WithACode()
    {
        using var answer = await _client.PutAsync($"{Uploads.Api}/{UnknownId}", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("method_not_allowed", (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Get_WhenCursorIsOfAnotherSort_ShouldAnswer400()
    {
        await _client.UploadAsync(TestImages.Jpeg(64, 64));
        await _client.UploadAsync(TestImages.Jpeg(64, 64));
        var page = await _client.GetFromJsonAsync<System.Text.Json.JsonElement>($"{Uploads.Api}?sort=name&limit=1");

        using var answer = await _client.GetAsync($"{Uploads.Api}?sort=size&after={page.Text("next")}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("bad_cursor", (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Get_WhenABrowserAsksForNothing_ShouldShowAPage()
    {
        using var browser = server.Browser();

        using var answer = await browser.GetAsync("/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("{\"name\": 3}", "\"name\" takes a valid text in quotation marks", "name")]
    [InlineData("{\"name\": {\"a\": 1}}", "\"name\" takes a valid text in quotation marks", "name")]
    [InlineData("{\"size\": 3}", "no others: name", null)]
    [InlineData("[1]", "no others: name", null)]
    [InlineData("null", "no others: name", null)]
    [InlineData("", "no others: name", null)]
    [InlineData("{\"name\": \"a\",}", "no others: name", null)]
    public async Task Patch_WhenJsonIsBad_ShouldSayWhatWouldBeRightAndNothingOfTheInside(string body, string said, string? field)
    {
        using var answer = await _client.PatchAsync($"{Uploads.Api}/{UnknownId}", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await answer.JsonAsync();

        Assert.Equal("malformed", problem.Text("code"));
        Assert.Contains(said, problem.Text("detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("ImageChanges", problem.Text("detail"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
    }

    [Theory]
    [InlineData("PATCH", "en", "too_large", "1,000,000")]
    [InlineData("PATCH", "es", "too_large", "1.000.000")]
    public async Task Send_WhenTheBodyIsLongAndNoUpload_ShouldSayHowLongItMayBe(string method, string language, string code, string said)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Uploads.Api}/{UnknownId}")
        {
            Content = new StringContent($"{{\"name\": \"{new string('x', 2_000_000)}\"}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await _client.SendAsync(request);
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(code, problem.Text("code"));
        Assert.Contains(said, problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "a whole number from 1 to 200")]
    [InlineData("es", "un número entero de 1 a 200")]
    public async Task List_WhenTheLimitIsNoNumber_ShouldSayThatItIsOne(string language, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Uploads.Api}?limit=abc");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await _client.SendAsync(request);

        Assert.Contains(said, (await answer.JsonAsync()).Text("detail"), StringComparison.Ordinal);
    }
}
