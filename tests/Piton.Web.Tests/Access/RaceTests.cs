using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>Fifty requests at once for what there is one of, or a few.</summary>
public sealed class RaceTests
{
    private const int Requests = 50;

    [Fact]
    public async Task Quota_WhenFiftyUploadAtOnce_ShouldLetInAsManyAsItSays()
    {
        using var house = new PitonServer { Settings = { ["Piton:Quota:MaxImages"] = "5" } };
        using var client = house.ApiClient(Role.Visitor);

        var answers = await AtOnceAsync(async _ =>
        {
            using var form = Uploads.Form(TestImages.Png(16, 16), "x.png");
            using var answer = await client.PostAsync(new Uri(Uploads.Api, UriKind.Relative), form);
            return answer.IsSuccessStatusCode;
        });

        Assert.Equal(5, answers.Count(isIn => isIn));
        Assert.Equal(5, (await client.ListAsync()).Count);
    }

    [Fact]
    public async Task LastAdministrator_WhenTwoDemoteEachOtherFiftyTimes_ShouldBeOneOfThem()
    {
        using var house = new House();
        await house.FillAsync();
        var catalog = house.Services.GetRequiredService<IAccountCatalog>();
        var accounts = await AdministratorsAsync(house);
        using var other = house.Stranger();
        using var signIn = await other.WithTokenAsync("/account/sign-in", ("email", house.Accounts[Role.Administrator].Email), ("password", TestAccounts.Password));
        (await other.PostAsync(new Uri("/account/sign-in", UriKind.Relative), signIn)).Dispose();
        var page = await other.PageAsync("/account");
        other.DefaultRequestHeaders.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        HttpClient[] keepers = [house.People["administrator"].Client, other];

        var answers = await AtOnceAsync(async number =>
        {
            using var form = new FormUrlEncodedContent([new("role", "visitor")]);
            var (keeper, account) = (keepers[number / accounts.Count % keepers.Length], accounts[number % accounts.Count]);
            using var answer = await keeper.PostAsync(new Uri($"/admin/users/{account.Id}/role", UriKind.Relative), form);
            return answer.StatusCode;
        });

        Assert.Contains(HttpStatusCode.SeeOther, answers);

        var left = await Task.WhenAll(accounts.Select(account => catalog.GetAsync(account.Id, CancellationToken.None)));
        Assert.Contains(left, account => account!.IsActiveAdministrator);
    }

    [Fact]
    public async Task Token_WhenItIsRevokedAmongFiftyRequests_ShouldBeWorthNothingAfterwards()
    {
        using var house = new PitonServer();
        using var client = house.ApiClient(Role.Visitor);
        var account = house.Accounts[Role.Visitor];

        var answers = await AtOnceAsync(async number =>
        {
            if (number == Requests / 2)
            {
                await house.Services.GetRequiredService<IAccountCatalog>().UpdateAsync(account.Id, found => found with { Tokens = [] }, CancellationToken.None);
            }

            return await StatusAsync(client);
        });

        Assert.All(answers, status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized }));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task ResetLink_WhenFiftyUseItAtOnce_ShouldSetOnePassword()
    {
        using var house = new PitonServer();
        var account = house.Accounts[Role.Visitor];
        var ticket = house.Services.GetRequiredService<IAccountTickets>().Issue(TicketUse.PasswordReset, account, DateTimeOffset.UtcNow.AddHours(1));
        using var browser = house.Stranger();
        var token = (await browser.PageAsync("/account/reset")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await AtOnceAsync(async number =>
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("ticket", ticket), new("password", $"another horse battery {number}")]);
            using var answer = await browser.PostAsync(new Uri("/account/reset", UriKind.Relative), form);
            return answer.StatusCode;
        });

        Assert.Single(answers, HttpStatusCode.SeeOther);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri($"{Uploads.Api}?whose=own", UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<List<Account>> AdministratorsAsync(PitonServer house)
    {
        var page = await house.Services.GetRequiredService<IAccountListing>().PageAsync(new AccountQuery(100), CancellationToken.None);
        return [.. page.Items.Where(account => account.IsActiveAdministrator)];
    }

    private static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> request) => Task.WhenAll(Enumerable.Range(0, Requests).Select(number => Task.Run(() => request(number))));
}
