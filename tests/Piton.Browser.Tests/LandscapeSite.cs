using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>A site as its owner would have it, for the screenshots: one page of landscapes with names.</summary>
public sealed class LandscapeSite() : Site(pageSize: 60)
{
    private static readonly string[] Names =
    [
        "Far ridge", "Before the rain", "Valley of pines", "Last light", "Salt flats", "Up early", "The pass", "Lake at noon", "First snow",
        "Smoke season", "Two summers ago", "Along the border", "Quiet morning", "Above the clouds", "Dunes", "Rim of the crater", "Coming home",
        "Blue hour", "Rose hill", "Evening on the ridge",
    ];

    private int _landscapes;

    /// <summary>The page of the picture that came last.</summary>
    public string NewestPage { get; private set; } = "";

    internal override FilePayload NextPicture() => Landscapes.Take(Interlocked.Increment(ref _landscapes));

    protected override async Task StockAsync()
    {
        foreach (var name in Names)
        {
            NewestPage = await AddAsync(name);
        }
    }
}
