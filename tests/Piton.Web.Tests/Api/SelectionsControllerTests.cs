using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Piton.Web.Tests.Api;

public sealed class SelectionsControllerTests(PitonServer server) : IClassFixture<PitonServer>
{
    private static readonly string Unknown = new('0', 32);

    private readonly HttpClient _client = server.ApiClient();

    [Fact]
    public async Task DeleteAndRestore_WhenImagesAreSelected_ShouldSayWhatBecameOfEach()
    {
        string[] ids = [await UploadAsync(), Unknown, await UploadAsync()];

        var deleted = await OutcomesAsync("delete", ids);
        var again = await OutcomesAsync("delete", ids);
        using var gone = await _client.GetAsync($"{Uploads.Api}/{ids[0]}");
        var restored = await OutcomesAsync("restore", ids);
        using var back = await _client.GetAsync($"{Uploads.Api}/{ids[0]}");

        Assert.Equal([(ids[0], "done"), (ids[1], "missing"), (ids[2], "done")], deleted);
        Assert.Equal([(ids[0], "missing"), (ids[1], "missing"), (ids[2], "missing")], again);
        Assert.Equal([(ids[0], "done"), (ids[1], "missing"), (ids[2], "done")], restored);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (gone.StatusCode, back.StatusCode));
    }

    [Fact]
    public async Task Restore_WhenTheSameBytesAreBack_ShouldSayDuplicate()
    {
        var jpeg = TestImages.Jpeg();
        var first = (await _client.UploadAsync(jpeg)).Text("id");
        await OutcomesAsync("delete", [first]);
        await _client.UploadAsync(jpeg);

        Assert.Equal([(first, "duplicate")], await OutcomesAsync("restore", [first]));
    }

    [Theory]
    [InlineData("""{"ids":[]}""", "nothing_selected")]
    [InlineData("""{"ids":["one"]}""", "malformed")]
    [InlineData("""{"ids":[7]}""", "malformed")]
    [InlineData("""{"ids":null}""", "malformed")]
    [InlineData("""{"names":["one"]}""", "malformed")]
    [InlineData("{}", "malformed")]
    [InlineData("", "malformed")]
    public async Task Post_WhenTheSelectionIsNone_ShouldSayWhatWasWrong(string body, string code)
    {
        foreach (var action in new[] { "delete", "restore" })
        {
            using var answer = await _client.PostAsync($"{Uploads.Api}/{action}", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(code, (await answer.JsonAsync()).Text("code"));
        }
    }

    private async Task<string> UploadAsync() => (await _client.UploadAsync(TestImages.Jpeg(64, 64))).Text("id");

    private async Task<List<(string Id, string Outcome)>> OutcomesAsync(string action, string[] ids)
    {
        using var answer = await _client.PostAsJsonAsync($"{Uploads.Api}/{action}", new { ids });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.JsonAsync()).GetProperty("items").EnumerateArray().Select(item => (item.Text("id"), item.Text("outcome")))];
    }
}
