using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Piton.Application.Accounts.CreateToken;
using Piton.Application.Accounts.RevokeToken;
using Piton.Domain.Access;

namespace Piton.Web.Tests.Access;

/// <summary>What is tried with API tokens.</summary>
public sealed class TokenTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const int AtOnce = 50;

    private Actor Visitor => new(Role.Visitor, server.Accounts[Role.Visitor].Id);

    [Fact]
    public async Task Token_WhenUsedFiftyTimesAtOnce_ShouldPassEachTimeAndStayWhatItIs()
    {
        using var client = ClientOf(await MakeAsync());
        var before = await TokensAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => StatusAsync(client)));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(
            before.Select(token => token with { LastUsedAt = null }), (await TokensAsync()).Select(token => token with { LastUsedAt = null }));
    }

    [Fact]
    public async Task Token_WhenRevokedWhileFiftyUseIt_ShouldPassNobodyAfterwards()
    {
        var made = await MakeAsync();
        using var client = ClientOf(made);

        var during = Enumerable.Range(0, AtOnce).Select(_ => StatusAsync(client)).ToList();
        var revoked = await Mediator().Send(new RevokeTokenCommand(Visitor, null, made.Token.Id));
        var after = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => StatusAsync(client)));

        Assert.True(revoked.IsSuccess);
        Assert.All(await Task.WhenAll(during), status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.Unauthorized }));
        Assert.All(after, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.DoesNotContain(await TokensAsync(), token => token.Id == made.Token.Id);
    }

    [Fact]
    public async Task Tokens_WhenMoreAreMadeAtOnceThanThereMayBe_ShouldNotBecomeMore()
    {
        var owner = new Actor(Role.Moderator, server.Accounts[Role.Moderator].Id);

        await Task.WhenAll(Enumerable.Range(0, CreateTokenCommand.MaxTokens + AtOnce).Select(
            number => Mediator().Send(new CreateTokenCommand(owner, null, $"{number}", ["read"], null))));

        var account = await server.Services.GetRequiredService<IAccountCatalog>().GetAsync(owner.Account!.Value, CancellationToken.None);
        Assert.Equal(CreateTokenCommand.MaxTokens, account!.Tokens.Count);
    }

    [Fact]
    public async Task Token_WhenItAsksForMore_ShouldGetNothing()
    {
        var before = await TokensAsync();
        using var client = server.ApiClient(Role.Visitor);
        foreach (var path in new[] { "/account/tokens", "/account/tokens/revoke", "/account/tokens/sharex", "/account/password", "/account/profile" })
        {
            using var form = new FormUrlEncodedContent(
                [new("name", "more"), new("scopes", "read"), new("scopes", "upload"), new("scopes", "manage"), new("token", "x")]);
            using var answer = await client.PostAsync(path, form);

            // Its session has no antiforgery token either, which is found missing first.
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden });
        }

        Assert.Equal(before.Select(token => (token.Id, token.Scopes)), (await TokensAsync()).Select(token => (token.Id, token.Scopes)));
    }

    [Theory]
    [InlineData("read", "GET", HttpStatusCode.OK)]
    [InlineData("read", "POST", HttpStatusCode.Forbidden)]
    [InlineData("read", "PATCH", HttpStatusCode.Forbidden)]
    [InlineData("upload", "GET", HttpStatusCode.Forbidden)]
    [InlineData("upload", "POST", HttpStatusCode.Created)]
    [InlineData("upload", "DELETE", HttpStatusCode.Forbidden)]
    [InlineData("manage", "POST", HttpStatusCode.Forbidden)]
    [InlineData("manage", "PATCH", HttpStatusCode.OK)]
    [InlineData("metrics", "GET", HttpStatusCode.Forbidden)]
    [InlineData("metrics", "POST", HttpStatusCode.Forbidden)]
    [InlineData("metrics", "DELETE", HttpStatusCode.Forbidden)]
    public async Task Token_OfOneScope_ShouldDoThatAlone(string scope, string method, HttpStatusCode expected)
    {
        using var owner = server.ApiClient(Role.Visitor);
        var id = (await owner.UploadAsync(TestImages.Jpeg())).Text("id");
        using var client = ClientOf(await MakeAsync(scope));
        using var request = new HttpRequestMessage(new HttpMethod(method), method == "POST" ? Uploads.Api : $"{Uploads.Api}/{id}")
        {
            Content = method switch { "POST" => Uploads.Form(TestImages.Jpeg()), "PATCH" => JsonContent.Create(new { name = "x" }), _ => null },
        };

        using var answer = await client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Tokens_WhenGuessedTooOften_ShouldBeCountedByAddress()
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:RequestsPerMinute"] = "1200" } };
        using var client = house.ApiClient(Role.Visitor);
        using var eve = house.ApiClient(Role.Anonymous);

        // Pages that are not counted otherwise count as well.
        var answers = await Task.WhenAll(Enumerable.Range(0, 1210).Select(async number =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, number % 2 == 0 ? "/api/v1/images?limit=1" : "/");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SecretKey.New());
            using var answer = await eve.SendAsync(request);
            return answer.StatusCode;
        }));

        Assert.Equal(1200, answers.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(10, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
    }

    [Fact]
    public async Task ShareX_WhenItIsSetUpByItsFile_ShouldUploadAndFindTheLinks()
    {
        using var house = new House();
        await house.FillAsync();
        var owner = house.People["owner"];
        var made = await house.Services.GetRequiredService<IMediator>().Send(
            new CreateTokenCommand(new Actor(Role.Visitor, owner.Account), null, "ShareX", ["upload"], null));
        using var form = new FormUrlEncodedContent([new("token", made.Value.Key)]);

        using var file = await owner.Client.PostAsync("/account/tokens/sharex", form);
        var configuration = await file.JsonAsync();
        Assert.Equal("piton.sxcu", file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Equal(("POST", "MultipartFormData"), (configuration.Text("RequestMethod"), configuration.Text("Body")));

        // As ShareX does by it.
        using var shareX = new HttpClient();
        shareX.DefaultRequestHeaders.Add("Authorization", configuration.GetProperty("Headers").Text("Authorization"));
        using var picture = new MultipartFormDataContent { { new ByteArrayContent(TestImages.Jpeg()), configuration.Text("FileFormName"), "screenshot.jpg" } };
        using var answer = await shareX.PostAsync(new Uri(configuration.Text("RequestURL")), picture);
        var image = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        foreach (var link in new[] { "URL", "ThumbnailURL", "DeletionURL" })
        {
            using var page = await new HttpClient().GetAsync(new Uri(Fill(configuration.Text(link), image)));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        using var refused = await shareX.PostAsync(new Uri(configuration.Text("RequestURL")), new MultipartFormDataContent { { new StringContent("x"), "name" } });
        Assert.StartsWith("There is no picture", Fill(configuration.Text("ErrorMessage"), await refused.JsonAsync()), StringComparison.Ordinal);
    }

    private static string Fill(string text, JsonElement answer)
    {
        var start = text.IndexOf("{json:", StringComparison.Ordinal);
        var path = text[(start + 6)..text.IndexOf('}', start)];
        return text[..start] + path.Split('.').Aggregate(answer, (at, name) => at.GetProperty(name)).GetString();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri($"{Uploads.Api}?limit=1", UriKind.Relative));
        return answer.StatusCode;
    }

    private IMediator Mediator() => server.Services.GetRequiredService<IMediator>();

    private async Task<NewToken> MakeAsync(params string[] scopes)
    {
        _ = server.Address;
        return (await Mediator().Send(new CreateTokenCommand(Visitor, null, "race", scopes.Length == 0 ? ["read"] : scopes, null))).Value;
    }

    private async Task<IReadOnlyList<ApiToken>> TokensAsync()
    {
        _ = server.Address;
        return [.. (await server.Services.GetRequiredService<IAccountCatalog>().GetAsync(Visitor.Account!.Value, CancellationToken.None))!.Tokens];
    }

    private HttpClient ClientOf(NewToken made) => new()
    {
        BaseAddress = server.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", made.Key) },
    };
}
