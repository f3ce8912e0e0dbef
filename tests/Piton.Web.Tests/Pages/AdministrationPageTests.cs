using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Images;
using Piton.Infrastructure;
using Piton.Web.Models;
using Piton.Web.Options;
using Piton.Web.Tests.Access;

namespace Piton.Web.Tests.Pages;

public sealed class AdministrationPageTests : IClassFixture<House>, IAsyncLifetime
{
    private readonly House _house;

    public AdministrationPageTests(House house)
    {
        _house = house;
        _house.Settings["Piton:PageSize"] = "30";
        _house.Settings["Piton:Setup:AdminEmail"] = "first@example.org";
        _house.Settings["Piton:Setup:AdminPassword"] = "a secret that no page shows";
    }

    private HttpClient Browser => _house.People["administrator"].Client;

    public Task InitializeAsync() => _house.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Overview_WhenThereIsSomething_ShouldCountIt()
    {
        var page = await Browser.PageAsync("/admin");

        var totals = await _house.Services.GetRequiredService<IImageStatistics>().TotalsAsync(CancellationToken.None);
        Assert.Equal((1, 1, 1, 1), (totals.Public, totals.Unlisted, totals.Private, totals.Trashed));
        Assert.Equal("3", page.Text(".figures section:nth-child(1) .figure"));
        Assert.Equal(["1", "1", "1", "1"], page.QuerySelectorAll(".figures section:nth-child(1) dd").Select(number => number.TextContent));
        Assert.Equal(ByteSize.Text(totals.StoredBytes), page.Text(".figures section:nth-child(3) .figure"));
        Assert.EndsWith(ByteSize.Text(Math.Abs(totals.SavedBytes)), page.Text(".figures section:nth-child(4) .figure"), StringComparison.Ordinal);
        // One of each role, everybody of the house, and the first of all.
        Assert.Equal(["2", "3", "2", "2", "9"], page.QuerySelectorAll(".figures section:nth-child(2) dd").Select(number => number.TextContent));
        Assert.NotNull(page.QuerySelector(".figures a[href='/admin/users?role=pending']"));
        var days = page.QuerySelectorAll(".chart tbody tr").Select(row => row.QuerySelector("td")!.TextContent).ToArray();
        Assert.Equal((30, 4), (days.Length, days.Sum(count => int.Parse(count, CultureInfo.InvariantCulture))));
        Assert.Equal(days.Count(count => count != "0"), page.QuerySelectorAll(".chart svg rect").Length);
        Assert.StartsWith("4 in the last 30 days.", page.Text("#chart-summary"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[style]"));
    }

    [Theory]
    [InlineData("administrator", false)]
    [InlineData("visitor", true)]
    public async Task User_WhenLookedAt_ShouldOfferAnotherRoleToOthersAlone(string person, bool isOffered)
    {
        var page = await Browser.PageAsync($"/admin/users/{_house.People[person].Account}");

        Assert.Equal(isOffered, page.QuerySelector("form[action$='/role']") is not null);
        Assert.Equal(!isOffered, page.Body!.TextContent.Contains("Only another administrator can change its role.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_WhenSomeAreSet_ShouldTellThemFromTheDefaultsAndKeepSecrets()
    {
        var page = await Browser.PageAsync("/admin/settings");

        var rows = page.QuerySelectorAll(".settings tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => string.Join(' ', row.QuerySelector("td")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("30 instead of 60", rows["Piton:PageSize"]);
        Assert.Equal("25000000 the default", rows["Piton:Limits:MaxFileBytes"]);
        Assert.Equal("none the default", rows["Piton:Quota:MaxImages"]);
        Assert.Equal("first@example.org instead of none", rows["Piton:Setup:AdminEmail"]);
        Assert.Equal("set, and not shown", rows["Piton:Setup:AdminPassword"]);
        Assert.DoesNotContain("a secret", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(new OptionNames(PitonInfrastructure.Options).All.Select(name => $"Piton:{name}"), rows.Keys);
    }

    [Fact]
    public void Secrets_AmongTheOptions_ShouldBeMarkedAsSuch()
    {
        string[] words = ["Password", "Secret", "Key", "Token", "ConnectionString"];
        var secrets = new OptionNames(PitonInfrastructure.Options).Properties.Where(option => words.Any(word => option.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();

        Assert.NotEmpty(secrets);
        Assert.All(secrets, option => Assert.True(option.Property.GetCustomAttribute<PasswordPropertyTextAttribute>()?.Password, $"{option.Name} would be shown."));
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/images")]
    [InlineData("/admin/users")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/settings")]
    public async Task Navigation_OnEachPage_ShouldLeadToTheOthersAndSayWhichThisIs(string path)
    {
        var page = await Browser.PageAsync(path);

        string[] all = ["/admin", "/admin/images", "/admin/users", "/admin/audit", "/admin/settings"];
        Assert.Equal(all, page.QuerySelectorAll(".administration a").Select(link => link.GetAttribute("href")));
        Assert.Equal(path, page.QuerySelector(".administration [aria-current=page]")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".places a[href='/admin'][aria-current]"));
    }
}
