using Microsoft.Playwright;

namespace Piton.Browser.Tests;

public sealed class PageAuditTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Theory]
    [InlineData("/", Visitor.Desktop, false)]
    [InlineData("/", Visitor.Desktop, true)]
    [InlineData("/", Visitor.Phone, false)]
    [InlineData("/", Visitor.Phone, true)]
    [InlineData("/?q=nobody", Visitor.Desktop, false)]
    [InlineData("/?q=nobody", Visitor.Desktop, true)]
    [InlineData("/?q=nobody", Visitor.Phone, false)]
    [InlineData("/trash", Visitor.Desktop, false)]
    [InlineData("/trash", Visitor.Desktop, true)]
    [InlineData("/trash", Visitor.Phone, false)]
    [InlineData("/nowhere", Visitor.Desktop, false)]
    [InlineData("/nowhere", Visitor.Desktop, true)]
    [InlineData("/nowhere", Visitor.Phone, false)]
    public async Task Page_WhenOpened_ShouldBeClean(string path, int width, bool dark)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark));

        await visit.OpenAsync(path);

        await PageAudit.ShouldBeCleanAsync(visit);
    }

    [Theory]
    [InlineData(Visitor.Desktop, false)]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Phone, false)]
    [InlineData(Visitor.Phone, true)]
    public async Task Picture_WhenItWasRenamed_ShouldBeClean(int width, bool dark)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark));
        await visit.OpenAsync(site.NewestPage);
        await visit.Fold("Rename").ClickAsync();

        await visit.Button("Save").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await PageAudit.ShouldBeCleanAsync(visit);
    }

    [Theory]
    [InlineData(Visitor.Desktop, false)]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Phone, false)]
    public async Task Verdicts_WhenSomeWereRefused_ShouldBeClean(int width, bool dark)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark));
        await visit.OpenAsync("/");
        await visit.FillUploadFormAsync([site.NextPhotograph(), Photographs.Broken]);

        await visit.Button("Upload").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".verdicts .bad")).ToHaveCountAsync(1);
        await PageAudit.ShouldBeCleanAsync(visit);
    }

    [Fact]
    public async Task Complaints_WhenAPageBreaksItsPolicy_ShouldSaySo()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");

        await visit.Page.EvaluateAsync("() => document.body.setAttribute('style', 'color: red')");

        Assert.Contains("Content Security Policy", Assert.Single(visit.Complaints), StringComparison.Ordinal);
    }
}
