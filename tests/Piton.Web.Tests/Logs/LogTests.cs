using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Piton.Web.Tests.Telemetry;

namespace Piton.Web.Tests.Logs;

/// <summary>What the log of a whole process says, at the level that says most, and what it never does.</summary>
[Collection(ObservedCollection.Name)]
public sealed class LogTests(ObservedPiton piton)
{
    private const string Mark = "zz-marked-zz";
    private const string MarkedEmail = $"{Mark}@example.org";

    // What Piton does of itself.
    private static readonly string[] OfNobody = ["CreateAdministratorCommand", "PurgeTrashCommand"];

    [Fact]
    public async Task Log_WhenPeopleSendWhatIsTheirs_ShouldHoldNoneOfItAndTheIdOfEachRequest()
    {
        await DriveAsync();
        await Eventually.HoldsAsync(
            () => piton.Process.Log.Count(line => line.Contains("\"Request\":\"SignInCommand\"", StringComparison.Ordinal)) >= 2,
            ObservedPiton.Patience, "the last request is in the log");
        var log = piton.Process.Log;
        var entries = log.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var ended = entries.Where(entry => entry.TryGetProperty("Request", out _)).ToList();

        Assert.Contains(ended, entry => entry.Text("Request") == "UploadImageCommand" && entry.Text("Status") == "Created");
        Assert.Contains(ended, entry => entry.Text("Request") == "ListImagesQuery");
        Assert.Equal(OfNobody, ended.Where(entry => !entry.TryGetProperty("RequestId", out _)).Select(entry => entry.Text("Request")).Distinct().Order(StringComparer.Ordinal));
        Assert.All(ended, entry => Assert.Matches("^[0-9a-f]{32}$", entry.Text("@tr")));
        var text = string.Join('\n', log);
        Assert.All(Secrets(), secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<string> Secrets() =>
        [Mark, Uri.EscapeDataString(MarkedEmail), HouseKeeper.Email, HouseKeeper.Password, "correct+horse", piton.Process.Keeper.Token, piton.Process.Keeper.Session.Value, "/uploads/"];

    // Each value that somebody could take for theirs, at each place where Piton takes one.
    private async Task DriveAsync()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = piton.Process.Client.BaseAddress,
        };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(Mark);
        Assert.Equal(201, await piton.SendAsync(TestImages.Jpeg(), $"{Mark}.jpg"));
        Assert.Equal(415, await piton.SendAsync(ObservedPiton.NoPicture, $"{Mark}.jpg"));
        using (var form = Uploads.Form(TestImages.Jpeg(), $"{Mark}.jpg", ("name", Mark), ("alt", Mark), ("visibility", Mark)))
        {
            using var upload = await piton.Process.Client.PostAsync(Uploads.Api, form);
        }

        foreach (var path in new[] { $"/?q={Mark}", $"/?sort={Mark}", $"/?after={Mark}", $"/uploads/{Mark}.jpg", $"/{Mark}", $"/account/reset?ticket={Mark}", $"/images/{Mark}", $"{Uploads.Api}?q={Mark}", $"{Uploads.Api}?limit={Mark}" })
        {
            using var page = await browser.GetAsync(new Uri(path, UriKind.Relative));
        }

        using (var patch = await piton.Process.Client.PatchAsJsonAsync($"{Uploads.Api}/0123456789abcdef0123456789abcdef", new { name = Mark, alt = Mark }))
        using (var malformed = await piton.Process.Client.PostAsync($"{Uploads.Api}/delete", new StringContent($"{{\"{Mark}", System.Text.Encoding.UTF8, "application/json")))
        {
            Assert.Equal([404, 400], [(int)patch.StatusCode, (int)malformed.StatusCode]);
        }

        using (var guess = new HttpRequestMessage(HttpMethod.Get, Uploads.Api) { Headers = { Authorization = new("Bearer", Mark) } })
        using (var refused = await browser.SendAsync(guess))
        {
            Assert.Equal(401, (int)refused.StatusCode);
        }

        using (var cookie = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", $"piton-session={Mark}" }, { "X-Forwarded-For", Mark } } })
        using (await browser.SendAsync(cookie))
        {
        }

        using (await SubmitAsync(browser, "/account/register", [new("name", Mark), new("email", MarkedEmail), new("password", $"{Mark} {Mark}")]))
        using (var signIn = await SubmitAsync(browser, "/account/sign-in", [new("email", MarkedEmail), new("password", $"{Mark} wrong")]))
        {
            Assert.Equal(400, (int)signIn.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string path, List<KeyValuePair<string, string>> fields)
    {
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative));
        const string Field = "__RequestVerificationToken\" type=\"hidden\" value=\"";
        var start = page.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", page[start..page.IndexOf('"', start)])]);
        return await browser.PostAsync(path, form);
    }
}
