using System.Net;
using System.Text.Json;
using Piton.Domain.Access;

namespace Piton.Web.Tests.Api;

public sealed class IdempotencyTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _client = server.ApiClient();

    [Fact]
    public async Task Post_WhenTheSameComesAgain_ShouldAnswerTheSame()
    {
        var (jpeg, key) = (TestImages.Jpeg(), Guid.NewGuid().ToString());

        var first = await SendAsync(key, jpeg);
        var again = await SendAsync($"\"{key}\"", jpeg);
        var withoutKey = await SendAsync(null, jpeg);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal((first.Status, first.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
        Assert.Equal((HttpStatusCode.OK, true), (withoutKey.Status, withoutKey.Body.GetProperty("duplicate").GetBoolean()));
    }

    [Fact]
    public async Task Post_WhenTheKeyComesWithSomethingElse_ShouldRefuseAndKeepTheFirst()
    {
        var (jpeg, key) = (TestImages.Jpeg(), Guid.NewGuid().ToString());
        await SendAsync(key, jpeg);

        foreach (var other in new[] { await SendAsync(key, TestImages.Jpeg()), await SendAsync(key, jpeg, ("name", "other")) })
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.Status, other.Body.Text("code")));
            Assert.Equal("Idempotency-Key", other.Body.Text("field"));
        }

        Assert.Equal(HttpStatusCode.Created, (await SendAsync(key, jpeg)).Status);
    }

    [Fact]
    public async Task Post_WhenAnotherAccountHasTheKey_ShouldNotMind()
    {
        var (jpeg, key) = (TestImages.Jpeg(), Guid.NewGuid().ToString());
        using var visitor = server.ApiClient(Role.Visitor);

        var mine = await SendAsync(key, jpeg);
        var theirs = await SendAsync(key, TestImages.Jpeg(), client: visitor);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (mine.Status, theirs.Status));
        Assert.NotEqual(mine.Body.Text("id"), theirs.Body.Text("id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("two words")]
    [InlineData(256)]
    public async Task Post_WhenTheKeyIsMalformed_ShouldSayWhatIsRight(object key)
    {
        var answer = await SendAsync(key as string ?? new string('a', (int)key), TestImages.Jpeg());

        Assert.Equal((HttpStatusCode.BadRequest, "bad_idempotency_key"), (answer.Status, answer.Body.Text("code")));
        Assert.Contains("255", answer.Body.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WhenFiftyComeAtOnce_ShouldMakeOneImage()
    {
        var (jpeg, key, mark) = (TestImages.Jpeg(), Guid.NewGuid().ToString(), Guid.NewGuid().ToString("n"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(key, jpeg, ("name", mark))));

        Assert.All(answers, answer => Assert.True(
            answer.Status == HttpStatusCode.Created || (answer.Status, answer.Body.Text("code")) == (HttpStatusCode.Conflict, "idempotency_key_in_use")));
        Assert.Single(answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.Body.Text("id")).Distinct());
        var page = JsonDocument.Parse(await _client.GetStringAsync(new Uri($"{Uploads.Api}?q={mark}", UriKind.Relative))).RootElement;
        Assert.Equal(1, page.GetProperty("total").GetInt64());
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        string? key, byte[] file, (string Name, string Value)? field = null, HttpClient? client = null)
    {
        using var form = Uploads.Form(file, "holiday.jpg", field is { } one ? [one] : []);
        using var request = new HttpRequestMessage(HttpMethod.Post, Uploads.Api) { Content = form };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var answer = await (client ?? _client).SendAsync(request);
        return (answer.StatusCode, await answer.JsonAsync());
    }
}
