namespace Piton.Browser.Tests;

/// <summary>A site as its owner would have it: one page of photographs with names.</summary>
public sealed class PhotographSite() : Site(pageSize: 60)
{
    // Of the shared photographs, in their order.
    private static readonly string[] Names =
    [
        "Brick wall", "Red door", "Hats", "Woman in red", "Motocross", "Boats at anchor", "Shutters in bloom", "Town square", "Regatta",
        "Two sails", "Moored", "Couple on the beach", "Mountain stream", "White water", "Face paint", "Island", "Bust with flowers",
        "Portrait", "Lighthouse", "Mustang",
    ];

    /// <summary>The page of the picture that came last.</summary>
    public string NewestPage { get; private set; } = "";

    protected override async Task StockAsync()
    {
        foreach (var name in Names)
        {
            NewestPage = await AddAsync(name);
        }
    }
}
