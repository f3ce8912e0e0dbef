using System.Net;
using Piton.Domain.Images;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Selections;

public sealed class SelectionFormTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _browser = server.Browser();

    [Fact]
    public async Task Delete_WhenUndone_ShouldLeaveThePicturesAsTheyWere()
    {
        var ids = await UploadAsync("One", "Two", "Three");

        using var deletion = await SendAsync("/images/delete", [.. ids.Take(2).Select(id => ("ids", id))]);
        var gallery = await _browser.FollowAsync(deletion);
        HttpStatusCode[] gone = [await StatusAsync(ids[0]), await StatusAsync(ids[1]), await StatusAsync(ids[2])];
        using var undo = await _browser.SendFormAsync(gallery, ".notice button");
        var back = await _browser.FollowAsync(undo);

        Assert.Equal("/", deletion.Headers.Location?.ToString());
        Assert.Equal("Moved to the trash: 2.", gallery.Text(".notice p"));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], gone);
        Assert.Equal("Back in the gallery: 2.", back.Text(".notice p"));
        Assert.Null(back.QuerySelector(".notice button"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(ids[0]), await StatusAsync(ids[1])));
    }

    [Fact]
    public async Task Delete_WhenAThousandAreSelected_ShouldStillOfferToUndo()
    {
        var ids = await UploadAsync("The only one that is there");
        var all = Enumerable.Range(1, 999).Select(i => new ImageId((UInt128)i).ToString()).Concat(ids);

        using var deletion = await SendAsync("/images/delete", [.. all.Select(id => ("ids", id))]);
        var gallery = await _browser.FollowAsync(deletion);

        Assert.Equal("Moved to the trash: 1.", gallery.Text(".notice p"));
        Assert.NotNull(gallery.QuerySelector(".notice button"));
    }

    [Fact]
    public async Task Delete_WhenNothingWasThere_ShouldOfferNoUndo()
    {
        using var deletion = await SendAsync("/images/delete", ("ids", new string('0', 32)));

        var gallery = await _browser.FollowAsync(deletion);

        Assert.Equal("Moved to the trash: 0.", gallery.Text(".notice p"));
        Assert.Null(gallery.QuerySelector(".notice button"));
    }

    [Theory]
    [InlineData("/?q=One&sort=name", "/?q=One&sort=name")]
    [InlineData("//elsewhere.example", "/")]
    public async Task Delete_WhenAPageIsGiven_ShouldComeBackToItUnlessItIsElsewhere(string back, string target)
    {
        var ids = await UploadAsync("One");

        using var deletion = await SendAsync("/images/delete", ("ids", ids[0]), ("back", back));

        Assert.Equal(target, deletion.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Restore_WhenInTheTrash_ShouldSayHowManyAreBack()
    {
        var ids = await UploadAsync("Deleted", "Never deleted");
        using var deletion = await SendAsync("/images/delete", ("ids", ids[0]));

        using var restored = await SendAsync("/images/restore", ("ids", ids[0]), ("ids", ids[1]), ("ids", new string('0', 32)), ("back", "/trash"));
        var page = await _browser.FollowAsync(restored);

        Assert.Equal("/trash", restored.Headers.Location?.ToString());
        Assert.Equal("Back in the gallery: 2.", page.Text(".notice p"));
    }

    [Fact]
    public async Task Share_WhenSomeAreThere_ShouldSayOfHowManyAndShowItOnTheirPictures()
    {
        var ids = await UploadAsync("Seen no more", "Left alone");

        using var shared = await SendAsync("/images/share", ("ids", ids[0]), ("ids", new string('0', 32)), ("visibility", "private"), ("back", "/?q=Seen%20no%20more"));
        var page = await _browser.FollowAsync(shared);

        Assert.Equal("Changed who finds it: 1.", page.Text(".notice p"));
        Assert.Equal("Private", page.Text($"[data-tile='{ids[0]}'][data-visibility=private] a .badge"));
        Assert.Null((await _browser.PageAsync("/?q=Left%20alone")).QuerySelector(".badge"));
        using var stranger = await server.Stranger().GetAsync(new Uri($"/images/{ids[0]}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Share_WhenItIsSentByThePage_ShouldNeedNothingElse()
    {
        var ids = await UploadAsync("Shared by hand");
        var gallery = await _browser.PageAsync("/?q=Shared%20by%20hand");

        using var shared = await _browser.SendFormAsync(gallery, "[formaction='/images/share']", ("visibility", "unlisted"));
        var page = await _browser.FollowAsync(shared);

        Assert.Equal("/?q=Shared%20by%20hand", shared.Headers.Location?.ToString());
        Assert.Equal("Unlisted", page.Text($"[data-tile='{ids[0]}'] .badge"));
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("")]
    public async Task Share_WhenNobodyKnowsWithWhom_ShouldSayWhatWasWrong(string visibility)
    {
        using var answer = await SendAsync("/images/share", ("ids", new string('0', 32)), ("visibility", visibility));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("public, unlisted, private", (await answer.PageAsync()).Text(".failure"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_WhenItIsNotRemembered_ShouldLeadToTheTrash()
    {
        using var undo = await SendAsync("/images/undo/long-ago");

        var page = await _browser.FollowAsync(undo);

        Assert.Equal("/trash", undo.Headers.Location?.ToString());
        Assert.Contains("Restore the pictures from the trash.", page.Text(".notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/images/delete")]
    [InlineData("/images/restore")]
    [InlineData("/images/share")]
    public async Task Form_WhenTheSelectionIsNone_ShouldSayWhatWasWrong(string path)
    {
        using var nothing = await SendAsync(path, ("visibility", "public"));
        using var tooMany = await SendAsync(path, [("visibility", "public"), .. Enumerable.Range(1, 1001).Select(i => ("ids", new ImageId((UInt128)i).ToString()))]);
        using var noIds = await SendAsync(path, ("ids", "one"));

        Assert.Contains("No picture is selected.", (await nothing.PageAsync()).Text(".failure"), StringComparison.Ordinal);
        Assert.Contains("1,001 pictures are selected; at most 1,000", (await tooMany.PageAsync()).Text(".failure"), StringComparison.Ordinal);
        Assert.All([nothing, tooMany, noIds], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
    }

    [Theory]
    [InlineData("/images/delete")]
    [InlineData("/images/restore")]
    [InlineData("/images/share")]
    [InlineData("/images/undo/x")]
    public async Task Form_WhenTokenIsMissing_ShouldChangeNothing(string path)
    {
        var ids = await UploadAsync("Safe");

        using var answer = await _browser.PostAsync(path, new FormUrlEncodedContent([new("ids", ids[0])]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(ids[0]));
    }

    private async Task<HttpStatusCode> StatusAsync(string id)
    {
        using var answer = await _browser.GetAsync($"/images/{id}");
        return answer.StatusCode;
    }

    private async Task<List<string>> UploadAsync(params string[] names)
    {
        using var client = server.ApiClient();
        var ids = new List<string>();
        foreach (var name in names)
        {
            ids.Add((await client.UploadAsync(TestImages.Jpeg(64, 64), fields: ("name", name))).Text("id"));
        }

        return ids;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields) =>
        await _browser.PostAsync(path, await _browser.WithTokenAsync(fields));
}
