using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>In, out, and what somebody else would make of it.</summary>
public sealed class SignInTests(PitonServer server) : IClassFixture<PitonServer>
{
    private static readonly Uri SignIn = new("/account/sign-in", UriKind.Relative);

    [Fact]
    public async Task SignIn_WhenThePasswordIsRight_ShouldBeginASessionOfItsOwn()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();
        browser.DefaultRequestHeaders.Add("Cookie", "piton-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        using var answer = await SignInAsync(browser, account.Email.ToUpperInvariant());

        var cookie = SessionCookieOf(answer);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Matches("^piton-session=[A-Za-z0-9_-]{43}; path=/; samesite=lax; httponly$", cookie);
        Assert.DoesNotContain("AAAAAAAA", cookie, StringComparison.Ordinal);
        Assert.Single(await server.Services.GetRequiredService<ISessionCatalog>().ListAsync(account.Id, CancellationToken.None));
    }

    [Fact]
    public async Task SignIn_WhenToBeRemembered_ShouldOutliveTheBrowser()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();

        using var answer = await SignInAsync(browser, account.Email, remember: true);

        Assert.Contains("expires=", SessionCookieOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WhenItFails_ShouldSayTheSameOfAnAccountThatThereIsNot()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();

        using var wrong = await SignInAsync(browser, account.Email, password: "wrong horse");
        using var unknown = await SignInAsync(browser, "nobody@example.org", password: "wrong horse");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal((await wrong.PageAsync()).Text(".error"), (await unknown.PageAsync()).Text(".error"));
        Assert.Equal("", (await unknown.PageAsync()).QuerySelector("#password")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task SignIn_WhenTenFailed_ShouldWaitEvenWithTheRightPassword()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();

        for (var i = 0; i < LockOut.MaxFailures; i++)
        {
            (await SignInAsync(browser, account.Email, password: "wrong horse")).Dispose();
        }

        using var answer = await SignInAsync(browser, account.Email);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WhenOthersLockedTheAccount_ShouldLetInTheBrowserWhereItWasBefore()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = await EnterAsync(account);
        await server.Services.GetRequiredService<IAccountCatalog>().UpdateAsync(
            account.Id, found => found with { LockedUntil = DateTimeOffset.UtcNow.AddMinutes(5) }, CancellationToken.None);
        (await PostAsync(browser, "/account/sign-out")).Dispose();

        using var stranger = await SignInAsync(Cookieless(), account.Email);
        using var owner = await SignInAsync(browser, account.Email);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.SeeOther), (stranger.StatusCode, owner.StatusCode));
    }

    [Fact]
    public async Task SignOut_WhenTheCookieIsShownAgain_ShouldBeNobody()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();
        using var entered = await SignInAsync(browser, account.Email);
        browser.DefaultRequestHeaders.Add("Cookie", SessionCookieOf(entered).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/account"));

        using var left = await PostAsync(browser, "/account/sign-out");

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account"));
    }

    [Fact]
    public async Task SignIn_WhenTheBrowserWasSignedIn_ShouldEndTheSessionBefore()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();
        using var first = await SignInAsync(browser, account.Email);
        var before = SessionCookieOf(first).Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", before);

        using var second = await SignInAsync(browser, account.Email);

        Assert.NotEqual(before, SessionCookieOf(second).Split(';')[0]);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account"));
        Assert.Single(await server.Services.GetRequiredService<ISessionCatalog>().ListAsync(account.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Account_WhenChangedByAnAdministrator_ShouldBeSoOnTheNextRequest()
    {
        var account = await AddAsync(Role.Moderator);
        using var browser = await EnterAsync(account);
        using var keeper = await EnterAsync(server.Accounts[Role.Administrator]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/trash"));

        (await PostAsync(keeper, $"/admin/users/{account.Id}/role", ("role", "pending"))).Dispose();
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/trash"));
        (await PostAsync(keeper, $"/admin/users/{account.Id}/role", ("role", "visitor"))).Dispose();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/trash"));
        (await PostAsync(keeper, $"/admin/users/{account.Id}/disable", ("disable", "true"))).Dispose();

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/trash"));
        using var again = await SignInAsync(Cookieless(), account.Email);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("////evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("http:/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("?//evil.example")]
    [InlineData("@evil.example")]
    [InlineData(".evil.example")]
    [InlineData("/%0d%0aLocation:https://evil.example")]
    public async Task ReturnUrl_WhenItLeadsElsewhere_ShouldStayInTheHouse(string returnUrl)
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = Cookieless();

        using var answer = await SignInAsync(browser, account.Email, returnUrl: returnUrl);

        var location = answer.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(server.Address.Host, new Uri(server.Address, location).Host);
        Assert.StartsWith("/", location, StringComparison.Ordinal);
        Assert.Single(answer.Headers.GetValues("Location"));
    }

    [Fact]
    public async Task ReturnUrl_WhenItIsOfTheHouse_ShouldBeGoneTo()
    {
        var account = await AddAsync(Role.Visitor);

        using var answer = await SignInAsync(Cookieless(), account.Email, returnUrl: "/trash?after=x");

        Assert.Equal("/trash?after=x", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task SecondFactor_WhenSwitchedOn_ShouldBeAskedForAndEachCodeCountOnce()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = await EnterAsync(account);
        (await PostAsync(browser, "/account/two-factor/begin")).Dispose();
        var key = (await AccountAsync(account.Id)).AuthenticatorKey!;
        var totp = new Totp(Base32Encoding.ToBytes(key));
        var now = DateTime.UtcNow;
        using var enabled = await PostAsync(browser, "/account/two-factor/enable", ("password", TestAccounts.Password), ("code", totp.ComputeTotp(now.AddSeconds(-30))));
        var recovery = (await enabled.PageAsync()).QuerySelectorAll(".codes code").Select(code => code.TextContent).ToArray();
        Assert.Equal(10, recovery.Length);

        using var other = Cookieless();
        using var first = await SignInAsync(other, account.Email);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("piton-session", StringComparison.Ordinal)));
        var ticket = (await first.PageAsync()).QuerySelector("input[name=ticket]")!.GetAttribute("value")!;
        using var wrong = await PostAsync(other, "/account/code", ("ticket", ticket), ("code", "123456"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var right = await PostAsync(other, "/account/code", ("ticket", ticket), ("code", totp.ComputeTotp(now)));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        using var replayed = await PostAsync(other, "/account/code", ("ticket", ticket), ("code", totp.ComputeTotp(now)));
        Assert.Equal(HttpStatusCode.BadRequest, replayed.StatusCode);
        using var recovered = await PostAsync(other, "/account/code", ("ticket", ticket), ("code", recovery[3].ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.SeeOther, recovered.StatusCode);
        using var twice = await PostAsync(other, "/account/code", ("ticket", ticket), ("code", recovery[3]));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
    }

    [Fact]
    public async Task Register_WhenSomebodyAsksForMore_ShouldWaitForApprovalAllTheSame()
    {
        using var browser = server.Stranger();
        var email = $"new-{Guid.NewGuid():N}@example.org";

        using var form = await browser.WithTokenAsync(
            "/account/register", ("email", email), ("password", TestAccounts.Password), ("role", "administrator"), ("Role", "Administrator"), ("account.Role", "30"));
        using var answer = await browser.PostAsync(new Uri("/account/register", UriKind.Relative), form);

        Assert.Equal("/account", answer.Headers.Location?.ToString());
        var account = await server.Services.GetRequiredService<IAccountCatalog>().FindByEmailAsync(email, CancellationToken.None);
        Assert.Equal(Role.Pending, account!.Role);
        Assert.Contains("waits for an administrator", (await browser.PageAsync("/account")).Text(".said"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_WhenTheLinkIsUsed_ShouldSetThePasswordOnceAndEndTheSessions()
    {
        var account = await AddAsync(Role.Visitor);
        using var old = await EnterAsync(account);
        using var keeper = await EnterAsync(server.Accounts[Role.Administrator]);
        using var made = await PostAsync(keeper, $"/admin/users/{account.Id}/reset");
        var link = new Uri((await made.PageAsync()).QuerySelector("#reset-link")!.GetAttribute("value")!);
        using var browser = Cookieless();
        var ticket = (await browser.PageAsync(link.PathAndQuery)).QuerySelector("input[name=ticket]")!.GetAttribute("value")!;

        using var reset = await PostAsync(browser, "/account/reset", ("ticket", ticket), ("password", "another horse battery"));
        using var again = await PostAsync(browser, "/account/reset", ("ticket", ticket), ("password", "third horse battery"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.BadRequest), (reset.StatusCode, again.StatusCode));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(old, "/account"));
        using var entered = await SignInAsync(browser, account.Email, password: "another horse battery");
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    [Fact]
    public async Task Api_WhenASessionSendsNoToken_ShouldRefuseAsFromElsewhere()
    {
        using var browser = await EnterAsync(await AddAsync(Role.Visitor));

        using var bare = await browser.PostAsJsonAsync("/api/v1/images/delete", new { ids = new[] { "0123456789abcdef0123456789abcdef" } });
        var page = await browser.PageAsync("/account");
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        using var withToken = await browser.PostAsJsonAsync("/api/v1/images/delete", new { ids = new[] { "0123456789abcdef0123456789abcdef" } });

        Assert.Equal((HttpStatusCode.BadRequest, "page_expired"), (bare.StatusCode, (await bare.JsonAsync()).Text("code")));
        Assert.Equal(HttpStatusCode.OK, withToken.StatusCode);
    }

    [Fact]
    public async Task Token_OfAPageFromBeforeTheSignIn_ShouldBeWorthNothingAfterIt()
    {
        var account = await AddAsync(Role.Visitor);
        using var browser = server.Stranger();
        var before = (await browser.PageAsync("/account/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", before), new("email", account.Email), new("password", TestAccounts.Password)]);
        (await browser.PostAsync(SignIn, form)).Dispose();

        using var stale = new FormUrlEncodedContent([new("__RequestVerificationToken", before), new("name", "Eve")]);
        using var answer = await browser.PostAsync(new Uri("/account/profile", UriKind.Relative), stale);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(account.Name, (await AccountAsync(account.Id)).Name);
    }

    [Fact]
    public async Task EndSessions_WhenTheSessionIsSpeltWrongly_ShouldEndNoOther()
    {
        var account = await AddAsync(Role.Visitor);
        using var here = await EnterAsync(account);
        using var there = await EnterAsync(account);
        using var form = await here.WithTokenAsync("/account", ("session", "0123456789abcdef"));

        using var answer = await here.PostAsync(new Uri("/account/sessions/end", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there, "/account"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer 0123456789012345678901234567890123456789012")]
    public async Task Authorization_WhenItIsNotGood_ShouldBeRefusedAndNotPassAsNobody(string authorization)
    {
        using var client = server.ApiClient(Role.Anonymous);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await client.GetAsync(new Uri(Uploads.Api, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (answer.StatusCode, (await answer.JsonAsync()).Text("code")));
        Assert.StartsWith("Bearer", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private static string SessionCookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Last(cookie => cookie.StartsWith("piton-session=", StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> SignInAsync(
        HttpClient browser, string email, string password = TestAccounts.Password, bool remember = false, string? returnUrl = null) => await PostAsync(
        browser, "/account/sign-in", ("email", email), ("password", password), ("remember", remember ? "true" : "false"), ("returnUrl", returnUrl ?? ""));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    // With a token of the sign-in page, which everybody can open, and its cookie.
    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var page = await browser.GetAsync(SignIn);
        var token = (await page.PageAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        var known = browser.DefaultRequestHeaders.TryGetValues("Cookie", out var own) ? own.Single() : "";
        if (page.Headers.TryGetValues("Set-Cookie", out var set))
        {
            request.Headers.Add("Cookie", string.Join("; ", set.Select(cookie => cookie.Split(';')[0]).Append(known).Where(cookie => cookie.Length > 0)));
        }

        return await browser.SendAsync(request);
    }

    private HttpClient Cookieless()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private async Task<HttpClient> EnterAsync(Account account)
    {
        var browser = server.Stranger();
        using var form = await browser.WithTokenAsync("/account/sign-in", ("email", account.Email), ("password", TestAccounts.Password));
        (await browser.PostAsync(SignIn, form)).Dispose();
        return browser;
    }

    private async Task<Account> AddAsync(Role role)
    {
        _ = server.Address;
        var (account, _) = TestAccounts.New(role, server.Services.GetRequiredService<Domain.Access.ICredentials>().Hash(TestAccounts.Password));
        await server.Services.GetRequiredService<IAccountCatalog>().AddAsync(account, CancellationToken.None);
        return account;
    }

    private async Task<Account> AccountAsync(AccountId id) =>
        (await server.Services.GetRequiredService<IAccountCatalog>().GetAsync(id, CancellationToken.None))!;
}
