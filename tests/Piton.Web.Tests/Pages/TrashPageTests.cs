using System.Net;

namespace Piton.Web.Tests.Pages;

public sealed class TrashPageTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _browser = server.Browser();

    [Fact]
    public async Task Restore_WhenPictureIsInTheTrash_ShouldBringItBackAndStayInTheTrash()
    {
        var path = await TrashAsync("Wanted after all");

        var trash = await _browser.PageAsync("/trash");
        using var answer = await _browser.SendFormAsync(trash, $"button[formaction='{path}/restore']");
        var after = await _browser.FollowAsync(answer);
        var picture = await _browser.PageAsync(after.QuerySelector(".notice a")!.GetAttribute("href")!);

        Assert.Empty(trash.QuerySelectorAll("main img"));
        Assert.Equal("Trash", after.Text("h1"));
        Assert.Contains("“Wanted after all” is back in the gallery.", after.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("Wanted after all", picture.Text("h1"));
    }

    [Fact]
    public async Task Restore_WhenTheSamePictureIsBackMeanwhile_ShouldSayWhereItIsAndWhatToDo()
    {
        var picture = TestImages.Png();
        var path = await TrashAsync("The old one", picture);
        using var client = server.ApiClient();
        await client.UploadAsync(picture, fields: ("name", "The new one"));
        using var spanish = server.Browser();
        spanish.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        using var answer = await client.PostAsync($"/api/v1{path}/restore", null);
        var problem = await answer.JsonAsync();
        using var refused = await spanish.SendFormAsync(await spanish.PageAsync("/trash"), $"button[formaction='{path}/restore']");
        var page = await refused.PageAsync();

        Assert.Equal((HttpStatusCode.Conflict, "already_there"), (answer.StatusCode, problem.Text("code")));
        Assert.Contains("is in the gallery already, as “The new one”", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("ya está en la galería, como «The new one»", page.Text(".failure"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_WhenConfirmed_ShouldRemoveEverythingAndSayHowMuch()
    {
        var path = await TrashAsync("Unwanted");
        var held = (await _browser.PageAsync("/trash")).QuerySelectorAll(".trashed li").Length;

        using var answer = await _browser.SendFormAsync(await _browser.PageAsync("/trash"), "form[action='/trash/empty'] button");
        var trash = await _browser.FollowAsync(answer);
        using var gone = await _browser.GetAsync(path);

        Assert.Contains($"Removed for good: {held}.", trash.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal("The trash is empty.", trash.Text(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Empty_WhenTokenIsMissing_ShouldRemoveNothing()
    {
        var path = await TrashAsync("Still there");

        using var answer = await _browser.PostAsync("/trash/empty", new FormUrlEncodedContent([]));
        var trash = await _browser.PageAsync("/trash");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(trash.QuerySelector($"button[formaction='{path}/restore']"));
    }

    private async Task<string> TrashAsync(string name, byte[]? picture = null)
    {
        using var client = server.ApiClient();
        var uploaded = await client.UploadAsync(picture ?? TestImages.Png(), fields: ("name", name));
        using var deletion = await client.DeleteAsync($"{Uploads.Api}/{uploaded.Text("id")}");
        deletion.EnsureSuccessStatusCode();
        return $"/images/{uploaded.Text("id")}";
    }
}
