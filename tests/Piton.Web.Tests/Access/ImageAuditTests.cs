using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>What is done to pictures, seen again by an administrator.</summary>
public sealed class ImageAuditTests(House house) : IClassFixture<House>, IAsyncLifetime
{
    public Task InitializeAsync() => house.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Export_WhenPicturesAreChanged_ShouldSayWhoDidWhatFromWhere()
    {
        var client = house.People["owner"].Client;
        var id = (await client.UploadAsync(TestImages.Jpeg(), fields: ("name", "Playa"))).Text("id");
        using (await client.PatchAsJsonAsync($"{Uploads.Api}/{id}", new { name = "Mar" }))
        using (await client.DeleteAsync(new Uri($"{Uploads.Api}/{id}", UriKind.Relative)))
        using (await client.PostAsync(new Uri($"{Uploads.Api}/{id}/restore", UriKind.Relative), null))
        using (await client.PostAsJsonAsync($"{Uploads.Api}/share", new { ids = new[] { id }, visibility = "private" }))
        using (await client.PostAsJsonAsync($"{Uploads.Api}/delete", new { ids = new[] { id } }))
        using (await client.PostAsJsonAsync($"{Uploads.Api}/restore", new { ids = new[] { id } }))
        {
            var entries = (await ExportAsync("")).Where(entry => $"{entry.GetProperty("subject")} {entry.GetProperty("detail")}".Contains(id, StringComparison.Ordinal)).ToList();

            Assert.Equal(
                ["image_uploaded", "image_edited", "image_deleted", "image_restored", "images_shared", "images_deleted", "images_restored"],
                entries.Select(entry => entry.Text("action")));
            Assert.All(entries, entry => Assert.Equal(house.Owner.Id.ToString(), entry.Text("account")));
            Assert.All(entries, entry => Assert.False(string.IsNullOrEmpty(entry.Text("address"))));
        }

        Assert.All(await ExportAsync("?act=image_edited"), entry => Assert.Equal("image_edited", entry.Text("action")));

        // By the address that the page gives for it.
        var page = await house.People["administrator"].Client.PageAsync($"/admin/audit?by={house.Other.Id}");
        var export = page.QuerySelector("a[download]")!.GetAttribute("href")!;
        Assert.Empty(await ExportAsync(export[export.IndexOf('?', StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task Page_WhenDaysAreAskedFor_ShouldShowThoseDaysAndLeadToTheirExport()
    {
        await house.People["owner"].Client.UploadAsync(TestImages.Jpeg());
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var keeper = house.People["administrator"].Client;

        // Midnight may pass in between.
        var page = await keeper.PageAsync($"/admin/audit?act=image_uploaded&from={today:yyyy-MM-dd}&to={today.AddDays(1):yyyy-MM-dd}");
        var earlier = await keeper.PageAsync($"/admin/audit?act=image_uploaded&to={today.AddDays(-1):yyyy-MM-dd}");

        Assert.NotEmpty(page.QuerySelectorAll(".entries li"));
        Assert.Equal($"{today:yyyy-MM-dd}", page.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Empty(earlier.QuerySelectorAll(".entries li"));
        var export = earlier.QuerySelector("a[download]")!.GetAttribute("href")!;
        Assert.Empty(await ExportAsync(export[export.IndexOf('?', StringComparison.Ordinal)..]));
        Assert.NotEmpty(await ExportAsync("?from=0001-01-01&to=9999-12-31"));
        Assert.NotEmpty(await ExportAsync("?act=&from=&to="));
    }

    [Theory]
    [InlineData("by=me")]
    [InlineData("from=yesterday")]
    public async Task Export_WhenItIsAskedForWhatCannotBe_ShouldRefuseAndNotGiveEverything(string query)
    {
        using var answer = await house.People["administrator"].Client.GetAsync(new Uri($"/admin/audit/export?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("en", "Picture edited")]
    [InlineData("es", "Imagen editada")]
    public async Task Page_WhenFiltered_ShouldShowTheEntriesInTheLanguageOfTheReader(string language, string label)
    {
        var client = house.People["owner"].Client;
        var id = (await client.UploadAsync(TestImages.Jpeg())).Text("id");
        using var edited = await client.PatchAsJsonAsync($"{Uploads.Api}/{id}", new { name = $"Mar {language}" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/audit?act=image_edited") { Headers = { { "Accept-Language", language } } };

        using var answer = await house.People["administrator"].Client.SendAsync(request);

        var entries = (await answer.PageAsync()).QuerySelectorAll(".entries li").Select(entry => entry.TextContent).ToList();
        Assert.Contains(entries, text => text.Contains($"Mar {language}", StringComparison.Ordinal));
        Assert.All(entries, text => Assert.Contains(label, text, StringComparison.Ordinal));
    }

    private async Task<List<JsonElement>> ExportAsync(string query)
    {
        var text = await house.People["administrator"].Client.GetStringAsync(new Uri($"/admin/audit/export{query}", UriKind.Relative));
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
