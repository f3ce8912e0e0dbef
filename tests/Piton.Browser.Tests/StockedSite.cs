namespace Piton.Browser.Tests;

/// <summary>A site with two pages of pictures, and one in the trash.</summary>
public sealed class StockedSite : Site
{
    public const int Pictures = PageSize + 2;

    /// <summary>The page of the picture that came last.</summary>
    public string NewestPage { get; private set; } = "";

    public static string NameOf(int number) => $"Picture {number}";

    protected override async Task StockAsync()
    {
        await TrashAsync("Unwanted");
        for (var number = 1; number <= Pictures; number++)
        {
            NewestPage = await AddAsync(NameOf(number));
        }
    }
}
