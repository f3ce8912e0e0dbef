using System.Net;
using Piton.Domain.Access;

namespace Piton.Web.Tests.Access;

/// <summary>A gallery for those alone who have an account that was approved.</summary>
public sealed class MembersGalleryTests : IDisposable
{
    private readonly PitonServer _house = new() { Settings = { ["Piton:Access:Gallery"] = "SignedIn" } };

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Everything_WhenTheGalleryIsForMembers_ShouldBeShutToOthers()
    {
        using var member = _house.ApiClient(Role.Visitor);
        var id = (await member.UploadAsync(TestImages.Jpeg())).Text("id");
        string[] paths = [$"/uploads/{id}/full", $"/uploads/{id}/w320", $"{Uploads.Api}/{id}", Uploads.Api, $"{Uploads.Api}/months", $"{Uploads.Api}/download?ids={id}"];

        foreach (var path in paths)
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, await StatusAsync(member, path)));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, await StatusAsync(_house.ApiClient(Role.Anonymous), path)));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await StatusAsync(_house.ApiClient(Role.Pending), path)));
        }
    }

    [Theory]
    [InlineData("/", "/account/sign-in")]
    [InlineData("/months", "/account/sign-in?returnUrl=%2Fmonths")]
    public async Task Page_WhenNobodySignedIn_ShouldLeadToTheSignIn(string path, string location)
    {
        using var browser = _house.Stranger();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Found, location), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Rendition_OfAPublicPicture_ShouldBeKeptByNobodyOnTheWay()
    {
        using var member = _house.ApiClient(Role.Visitor);
        var id = (await member.UploadAsync(TestImages.Jpeg())).Text("id");

        using var answer = await member.GetAsync(new Uri($"/uploads/{id}/full", UriKind.Relative));

        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
