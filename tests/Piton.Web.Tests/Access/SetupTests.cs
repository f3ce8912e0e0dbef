using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Piton.Application.Accounts;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

public sealed class SetupTests : IDisposable
{
    private readonly EmptyHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/trash")]
    [InlineData("/account/sign-in")]
    [InlineData("/admin/users")]
    [InlineData("/nowhere")]
    public async Task Page_WhenThereIsNoAdministrator_ShouldLeadToTheFirstStart(string path)
    {
        using var browser = _house.Stranger();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.SeeOther, "/setup"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Api_WhenThereIsNoAdministrator_ShouldSaySo()
    {
        using var client = _house.ApiClient(Domain.Access.Role.Anonymous);

        using var answer = await client.GetAsync(new Uri(Uploads.Api, UriKind.Relative));
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not_set_up"), (answer.StatusCode, (await answer.JsonAsync()).Text("code")));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task Picture_WhenThereIsNoAdministrator_ShouldBeAskedForLikeAnyOther()
    {
        using var browser = _house.Stranger();

        using var answer = await browser.GetAsync(new Uri("/uploads/0123456789abcdef0123456789abcdef/full", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task SetUp_WhenTheCodeIsRight_ShouldMakeTheAdministratorOnceAndShut()
    {
        using var browser = _house.Stranger();
        var code = CodeOfTheHouse();

        using var wrong = await SetUpAsync(browser, "wrong", "ana@example.org");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var weak = await SetUpAsync(browser, code, "ana@example.org", "password");
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var done = await SetUpAsync(browser, code, "ana@example.org");

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (done.StatusCode, done.Headers.Location?.ToString()));
        Assert.Equal("Admin", (await browser.PageAsync("/")).QuerySelector("a[href='/admin']")?.TextContent);
        using var shut = await browser.GetAsync(new Uri("/setup", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, shut.StatusCode);
        using var form = await browser.WithTokenAsync(("code", code), ("email", "eve@example.org"), ("password", TestAccounts.Password));
        using var again = await browser.PostAsync(new Uri("/setup", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task SetUp_WhenFiftyComeAtOnce_ShouldMakeOneAdministrator()
    {
        using var browser = _house.Stranger();
        var code = CodeOfTheHouse();
        var page = await browser.PageAsync("/setup");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            using var form = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("code", code), new("email", $"a{number}@example.org"), new("password", TestAccounts.Password)]);
            using var answer = await browser.PostAsync(new Uri("/setup", UriKind.Relative), form);
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.SeeOther);
    }

    private static async Task<HttpResponseMessage> SetUpAsync(HttpClient browser, string code, string email, string password = TestAccounts.Password)
    {
        using var form = await browser.WithTokenAsync("/setup", ("code", code), ("email", email), ("password", password));
        return await browser.PostAsync(new Uri("/setup", UriKind.Relative), form);
    }

    private string CodeOfTheHouse()
    {
        _ = _house.Address;
        return _house.Services.GetRequiredService<SetupGate>().Code;
    }
}
