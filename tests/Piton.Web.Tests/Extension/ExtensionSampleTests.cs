using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Piton.Web.Tests.Extension;

/// <summary>A team's own handler, validator, behaviour and controller, in a program of its own, without an edit in Piton.</summary>
public sealed class ExtensionSampleTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Colors = "/sample/colors";

    private readonly HttpClient _client = server.CreateClient();

    [Fact]
    public async Task Controller_WhenAsked_ShouldAnswerByTheHandlerFromPitonsCatalogue()
    {
        await _client.UploadAsync(TestImages.Jpeg());
        await _client.UploadAsync(TestImages.Jpeg());
        var total = (await _client.GetFromJsonAsync<JsonElement>(Uploads.Api)).GetProperty("items").GetArrayLength();

        var colors = await _client.GetFromJsonAsync<JsonElement>(Colors);

        Assert.True(total >= 2);
        Assert.Equal(total, colors.EnumerateArray().Sum(color => color.GetProperty("images").GetInt32()));
        Assert.All(colors.EnumerateArray(), color => Assert.Matches("^#([0-9a-f]8){3}$", color.Text("color")));
    }

    [Fact]
    public async Task Controller_WhenALimitIsGiven_ShouldLookAtThatManyImages()
    {
        await _client.UploadAsync(TestImages.Jpeg());
        await _client.UploadAsync(TestImages.Jpeg());

        var colors = await _client.GetFromJsonAsync<JsonElement>($"{Colors}?limit=1");

        Assert.Equal(1, Assert.Single(colors.EnumerateArray()).GetProperty("images").GetInt32());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Validator_WhenTheLimitIsOutOfRange_ShouldRefuseAsProblemDetails(int limit)
    {
        using var answer = await _client.GetAsync($"{Colors}?limit={limit}");

        var problem = await answer.JsonAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("sample_bad_limit", "limit"), (problem.Text("code"), problem.Text("field")));
        Assert.Contains($"not of {limit}.", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_WhenRequestsPass_ShouldMeetTheSamplesAndPitonsOwn()
    {
        using var counts = new RequestCounts();

        await _client.GetAsync(Colors);
        await _client.GetAsync(Uploads.Api);

        Assert.Equal((1, 1), (counts.Of("LibraryColorsQuery"), counts.Of("ListImagesQuery")));
    }

    [Fact]
    public async Task Behaviour_WhenTheValidatorObjects_ShouldNotBeReached()
    {
        using var counts = new RequestCounts();

        await _client.GetAsync($"{Colors}?limit=0");

        Assert.Equal(0, counts.Of("LibraryColorsQuery"));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/trash", "text/html")]
    [InlineData("/api/v1/images", "application/json")]
    [InlineData("/health/ready", "application/json")]
    [InlineData("/assets/site.css", "text/css")]
    public async Task Piton_WhenItIsExtended_ShouldStillAnswer(string address, string mediaType)
    {
        using var answer = await _client.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }
}
