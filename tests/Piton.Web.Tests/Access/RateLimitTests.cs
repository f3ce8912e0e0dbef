using System.Net;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

public sealed class RateLimitTests
{
    [Fact]
    public async Task SignIn_WhenTriedTooOften_ShouldAskToWaitAndLeaveTheGalleryOpen()
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:SignInsPerMinute"] = "5" } };
        using var browser = house.Stranger();
        using var form = await browser.WithTokenAsync("/account/sign-in", ("email", "eve@example.org"), ("password", "guess"));
        var fields = await form.ReadAsStringAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            // Another way to write the same address is no other door.
            var path = i % 2 == 0 ? "/account/sign-in" : "/Account/Sign-In/";
            using var again = new StringContent(fields, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
            using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), again);
            answers.Add(answer.StatusCode);
            Assert.Equal(answer.StatusCode == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 5), HttpStatusCode.TooManyRequests], answers);
        using var gallery = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, gallery.StatusCode);
    }

    [Fact]
    public async Task Api_WhenOneAccountAsksTooOften_ShouldRefuseThatOneAndServeTheOthers()
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:RequestsPerMinute"] = "1200" } };
        using var hasty = house.ApiClient(Role.Visitor);
        using var calm = house.ApiClient(Role.Moderator);

        // As many uploads as an account has to be let do in a minute pass.
        var answers = await Task.WhenAll(Enumerable.Range(0, 1210).Select(_ => StatusAsync(hasty)));

        Assert.Equal(1200, answers.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(10, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(calm));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri($"{Uploads.Api}?limit=1", UriKind.Relative));
        return answer.StatusCode;
    }
}
