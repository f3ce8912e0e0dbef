using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>A site in a browser whose scrollbars take room, as those of most desktops do; usually tests have none.</summary>
public sealed class ScrollbarSite : Site
{
    public const string Picture = "Tall";

    protected override BrowserTypeLaunchOptions Browser => new(base.Browser) { IgnoreDefaultArgs = ["--hide-scrollbars"] };

    protected override Task StockAsync() => AddAsync(Picture);
}
