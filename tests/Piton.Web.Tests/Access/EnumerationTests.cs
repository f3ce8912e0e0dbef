using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>Nobody learns at the door whether there is an account: not by what is said, and not by how long it takes.</summary>
public sealed class EnumerationTests : IDisposable
{
    private readonly PitonServer _server;
    private readonly CountingHasher _hasher = new(new PasswordHasher<Account>());

    public EnumerationTests() => _server = new PitonServer { Replace = services => services.AddSingleton<IPasswordHasher<Account>>(_hasher) };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task SignIn_WithAWrongPassword_ShouldSayAndCostTheSameWhoeverItIs()
    {
        string[] emails =
        [
            _server.Accounts[Role.Visitor].Email,
            _server.Accounts[Role.Administrator].Email,
            await AddAsync(account => account with { DisabledAt = DateTimeOffset.UtcNow }),
            await AddAsync(account => account with { LockedUntil = DateTimeOffset.UtcNow.AddMinutes(5) }),
            await AddAsync(account => account with { IsTwoFactorOn = true, AuthenticatorKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" }),
            await AddAsync(account => account with { PasswordHash = null }),
            "nobody@example.org",
            "no address at all",
            "",
        ];

        var answers = new List<(HttpStatusCode Status, string Said, int Hashes)>();
        foreach (var email in emails)
        {
            var before = _hasher.Verified;
            using var browser = _server.Stranger();
            using var form = await browser.WithTokenAsync("/account/sign-in", ("email", email), ("password", "wrong horse battery"));
            using var answer = await browser.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
            answers.Add((answer.StatusCode, (await answer.PageAsync()).Text(".error"), _hasher.Verified - before));
        }

        // A hash takes a tenth of a second, and everything else next to nothing.
        var only = Assert.Single(answers.Distinct());
        Assert.Equal((HttpStatusCode.BadRequest, 1), (only.Status, only.Hashes));
    }

    [Fact]
    public async Task Reset_WithATicketThatIsNone_ShouldSayTheSameWhoeverItIsFor()
    {
        var account = _server.Accounts[Role.Visitor];
        var tickets = _server.Services.GetRequiredService<IAccountTickets>();
        string[] worthless =
        [
            "made up",
            "",
            tickets.Issue(TicketUse.PasswordReset, account, DateTimeOffset.UtcNow.AddSeconds(-1)),
            tickets.Issue(TicketUse.SecondFactor, account, DateTimeOffset.UtcNow.AddHours(1)),
            tickets.Issue(TicketUse.PasswordReset, account with { SecurityStamp = "another" }, DateTimeOffset.UtcNow.AddHours(1)),
            tickets.Issue(TicketUse.PasswordReset, account with { Id = AccountId.New() }, DateTimeOffset.UtcNow.AddHours(1)),
        ];

        var answers = new List<(HttpStatusCode Status, string Said)>();
        foreach (var ticket in worthless)
        {
            using var browser = _server.Stranger();
            using var form = await browser.WithTokenAsync("/account/reset", ("ticket", ticket), ("password", "another horse battery"));
            using var answer = await browser.PostAsync(new Uri("/account/reset", UriKind.Relative), form);
            answers.Add((answer.StatusCode, (await answer.PageAsync()).Text(".error, .failure")));
        }

        Assert.Equal(HttpStatusCode.BadRequest, Assert.Single(answers.Distinct()).Status);
    }

    [Fact]
    public async Task Picture_ThatIsPrivateOrIsNot_ShouldAnswerTheSame()
    {
        using var owner = _server.ApiClient(Role.Visitor);
        var id = (await owner.UploadAsync(TestImages.Jpeg(64, 64), fields: ("visibility", "private"))).Text("id");
        using var stranger = _server.ApiClient(Role.Anonymous);

        foreach (var path in new[] { "/api/v1/images/{0}", "/uploads/{0}/full", "/uploads/{0}/original", "/images/{0}" })
        {
            var answers = new List<string>();
            foreach (var some in new[] { id, "0123456789abcdef0123456789abcdef" })
            {
                using var answer = await stranger.GetAsync(new Uri(path.Replace("{0}", some, StringComparison.Ordinal), UriKind.Relative));
                var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
                var said = (isPage ? (await answer.PageAsync()).Body!.TextContent : await answer.Content.ReadAsStringAsync()).Replace(some, "", StringComparison.Ordinal);
                answers.Add($"{answer.StatusCode} {answer.Content.Headers.ContentType} {said}");
            }

            Assert.Single(answers.Distinct());
        }
    }

    private async Task<string> AddAsync(Func<Account, Account> with)
    {
        var (account, _) = TestAccounts.New(Role.Visitor, _server.Services.GetRequiredService<Domain.Access.ICredentials>().Hash(TestAccounts.Password));
        await _server.Services.GetRequiredService<IAccountCatalog>().AddAsync(with(account), CancellationToken.None);
        return account.Email;
    }
}
