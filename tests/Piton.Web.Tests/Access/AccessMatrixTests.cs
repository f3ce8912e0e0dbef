using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Piton.Web.Tests.Access;

/// <summary>Everybody, at every address that the router knows, with a picture in every state.</summary>
public sealed class AccessMatrixTests(House house) : IClassFixture<House>, IAsyncLifetime
{
    private const string Unknown = "0123456789abcdef0123456789abcdef";

    private static readonly string[] States = ["public", "unlisted", "private", "trashed"];

    public Task InitializeAsync() => house.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Routes_OfTheRouter_ShouldAllBeInTheTable()
    {
        var routes = house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {route.RoutePattern.RawText}"))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(routes);
        Assert.Equal(AccessTable.Routes.Keys.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void Table_InTheDocumentation_ShouldBeThisOne() => Assert.Contains(
        AccessTable.Markdown(), File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "security.md")), StringComparison.Ordinal);

    [Fact]
    public async Task Image_AtEveryAddressOfOne_ShouldAnswerByTheTable()
    {
        var wrong = new List<string>();
        foreach (var (route, right) in AccessTable.Routes.Where(pair => pair.Key.Contains("{id:imageid}", StringComparison.Ordinal)))
        {
            foreach (var person in house.People.Values)
            {
                foreach (var state in States)
                {
                    var answer = await SendAsync(person, route, house.Images[state].Id.ToString());
                    await house.TidyAsync();
                    Note(wrong, $"{person.Name}: {route} of a {state} picture", ExpectedOfImage(right, person, state), answer);
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task EverythingElse_WhenAsked_ShouldAnswerByTheTable()
    {
        var wrong = new List<string>();
        foreach (var (route, right) in AccessTable.Routes.Where(pair => !pair.Key.Contains("{id:imageid}", StringComparison.Ordinal) && pair.Value is not ("anybody" or "nobody")))
        {
            foreach (var person in house.People.Values)
            {
                var answer = await SendAsync(person, route, house.Images["public"].Id.ToString());
                await house.TidyAsync();
                var mayDo = AccessTable.Reach(right, person.Name) != "-";

                // Whoever may revoke has no token to revoke here, and nothing was imported.
                var isNone = route == "POST account/tokens/revoke" || route.EndsWith("{oldName}", StringComparison.Ordinal);
                var expected = mayDo ? (isNone ? 404 : 200) : person.IsNobody ? 401 : 403;
                Note(wrong, $"{person.Name}: {route}", expected, answer);
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Address_ForAnybodyOrNobody_ShouldAnswerEverybodySo()
    {
        var wrong = new List<string>();

        // Who signs out is somebody else from then on.
        foreach (var (route, right) in AccessTable.Routes.Where(pair => pair.Value is "anybody" or "nobody" && pair.Key != "POST account/sign-out"))
        {
            foreach (var person in house.People.Values)
            {
                // An address for every method is asked for by the most common one.
                var answer = await SendAsync(person, route.Replace("* ", "GET ", StringComparison.Ordinal), house.Images["public"].Id.ToString());
                if (right == "anybody" ? answer is 401 or 403 or >= 500 : answer < 400)
                {
                    wrong.Add($"{person.Name}: {route} answered {answer}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Lists_OfEverybody_ShouldHoldWhatTheyMayFind()
    {
        var wrong = new List<string>();
        foreach (var person in house.People.Values.Where(person => AccessTable.Reach("look", person.Name) != "-"))
        {
            foreach (var path in new[] { "/", "/?q=picture", "/api/v1/images?limit=200", "/api/v1/images?q=picture&limit=200" })
            {
                var text = await person.Client.GetStringAsync(new Uri(path, UriKind.Relative));
                foreach (var state in States)
                {
                    // Even those who may see everything find in the gallery what is public, and their own.
                    var isListed = state == "public" || (state != "trashed" && person.Name == "owner");
                    if (isListed != text.Contains(house.Images[state].Id.ToString(), StringComparison.Ordinal))
                    {
                        wrong.Add($"{person.Name}: {path} {(isListed ? "lacks" : "lists")} the {state} picture");
                    }
                }
            }

            var trash = await person.Client.GetAsync(new Uri("/trash", UriKind.Relative));
            var isThere = trash.IsSuccessStatusCode && (await trash.Content.ReadAsStringAsync()).Contains(house.Images["trashed"].Id.ToString(), StringComparison.Ordinal);
            if (isThere != (AccessTable.Reach("restore", person.Name) == "any" || person.Name == "owner"))
            {
                wrong.Add($"{person.Name}: /trash");
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("/api/v1/images?whose=own", "owner", "public unlisted private")]
    [InlineData("/api/v1/images?whose=own", "visitor", "")]
    [InlineData("/api/v1/images?whose=all", "janitor", "public unlisted private")]
    [InlineData("/api/v1/images?whose=all", "token read", "public unlisted private")]
    [InlineData("/api/v1/images?whose=own", "anonymous", "401")]
    [InlineData("/api/v1/images?whose=own", "pending", "403")]
    [InlineData("/api/v1/images?whose=own", "token upload", "403")]
    [InlineData("/api/v1/images?whose=all", "anonymous", "401")]
    [InlineData("/api/v1/images?whose=all", "owner", "403")]
    [InlineData("/api/v1/images?whose=everything", "administrator", "400")]
    [InlineData("/api/v1/images/months?whose=own", "anonymous", "401")]
    [InlineData("/api/v1/images/months?whose=all", "owner", "403")]
    [InlineData("/api/v1/images/months?whose=everything", "administrator", "400")]
    [InlineData("/account/images?", "owner", "public unlisted private")]
    [InlineData("/account/images?", "visitor", "")]
    [InlineData("/account/images?", "administrator", "")]
    [InlineData("/admin/images?", "administrator", "public unlisted private")]
    [InlineData("/admin/images?", "janitor", "public unlisted private")]
    [InlineData("/admin/images?", "owner", "403")]
    [InlineData("/admin/images?", "anonymous", "302")]
    public async Task List_WhenThoseOfSomebodyAreAskedFor_ShouldHoldThemForThoseWhoMay(string address, string person, string expected)
    {
        using var answer = await house.People[person].Client.GetAsync(new Uri($"{address}&q=picture&limit=200", UriKind.Relative));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(expected, answer.IsSuccessStatusCode
            ? string.Join(' ', States.Where(state => text.Contains(house.Images[state].Id.ToString(), StringComparison.Ordinal)))
            : $"{(int)answer.StatusCode}");
    }

    [Theory]
    [InlineData("gallery", "visitor")]
    [InlineData("own", "owner")]
    [InlineData("all", "janitor")]
    public async Task Months_WhenThoseOfSomebodyAreAskedFor_ShouldCountThoseThatAreListed(string whose, string person)
    {
        var client = house.People[person].Client;
        var listed = await client.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/images?whose={whose}&q=picture");

        var months = await client.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/images/months?whose={whose}&q=picture");

        var total = listed.GetProperty("total").GetInt64();
        Assert.InRange(total, 1, long.MaxValue);
        Assert.Equal(total, months.GetProperty("items").EnumerateArray().Sum(month => month.GetProperty("count").GetInt64()));
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("expired")]
    public async Task Rendition_WhenTheSessionIsOver_ShouldComeWithoutACookie(string person)
    {
        using var answer = await house.People[person].Client.GetAsync(new Uri($"/uploads/{house.Images["public"].Id}/full", UriKind.Relative));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Count_OfNobody_ShouldNotTellOfWhatIsHidden()
    {
        var mine = await house.People["owner"].Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/images?q=picture");
        var others = await house.People["anonymous"].Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/images?q=picture");

        Assert.Equal((3, 1), (mine.GetProperty("total").GetInt32(), others.GetProperty("total").GetInt32()));
    }

    [Fact]
    public async Task Archive_OfNobody_ShouldHoldWhatTheySeeAlone()
    {
        using var answer = await house.People["anonymous"].Client.PostAsJsonAsync("/api/v1/images/download", new { ids = house.Images.Values.Select(image => image.Id.ToString()) });

        using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["picture public.webp", "picture unlisted.webp"], archive.Entries.Select(entry => entry.Name).Where(name => name.StartsWith("picture", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("public", "public, max-age=31536000, immutable")]
    [InlineData("unlisted", "private, no-store")]
    [InlineData("private", "private, no-store")]
    public async Task Rendition_OfAState_ShouldBeKeptByNobodyOnTheWayUnlessItIsPublic(string state, string cacheControl)
    {
        using var answer = await house.People["owner"].Client.GetAsync(new Uri($"/uploads/{house.Images[state].Id}/full", UriKind.Relative));

        Assert.Equal(
            cacheControl.Split(", ").Order(StringComparer.Ordinal), answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static void Note(List<string> wrong, string what, int expected, int answered)
    {
        // Any success is one: 200, 201, 204 and the redirect behind a form. What a form says of its fields comes after the door, too.
        var isSame = expected == 200 ? answered is (>= 200 and < 400) or 400 or 409 or 422 : answered == expected;
        if (!isSame)
        {
            wrong.Add($"{what} should answer {expected}, but answered {answered}");
        }
    }

    // Whoever has not the right is told so; whoever does not see the picture learns nothing of it; whoever sees another's is refused.
    private static int ExpectedOfImage(string right, Person person, string state)
    {
        var reach = AccessTable.Reach(right, person.Name);
        if (reach == "-")
        {
            return person.IsNobody ? 401 : 403;
        }

        var isOwner = person.Name == "owner";
        if (right == "restore" && state == "trashed")
        {
            return reach == "any" || isOwner ? 200 : 404;
        }

        if (!Sees(person, state, isOwner))
        {
            return 404;
        }

        return right switch
        {
            // Nobody learns whether there is an original of another's.
            "originals" => isOwner ? 200 : 404,

            // What is not in the trash stays as it is.
            "look" or "restore" => 200,
            _ => reach == "any" || isOwner ? 200 : 403,
        };
    }

    private static bool Sees(Person person, string state, bool isOwner) => state switch
    {
        "public" or "unlisted" => AccessTable.Reach("look", person.Name) != "-",
        "private" => AccessTable.Reach("see hidden", person.Name) == "any" || (isOwner && AccessTable.Reach("see hidden", person.Name) == "own"),
        _ => false,
    };

    private async Task<int> SendAsync(Person person, string route, string id)
    {
        var (method, template) = (route.Split(' ', 2)[0], route.Split(' ', 2)[1]);
        var path = "/" + template
            .Replace("{id:imageid}", id, StringComparison.Ordinal)
            .Replace("{id:accountid}", house.Other.Id.ToString(), StringComparison.Ordinal)
            .Replace("{rendition}", "full", StringComparison.Ordinal)
            .Replace("{key}", Unknown, StringComparison.Ordinal)
            .TrimStart('/');
        if (path == "/api/v1/images/download" && method == "GET")
        {
            path += $"?ids={id}";
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = ContentOf(method, path, id) };
        using var answer = await person.Client.SendAsync(request);

        // Whoever only looks is led to where they sign in.
        return answer.Headers.Location?.ToString().StartsWith("/account/sign-in", StringComparison.Ordinal) == true ? 401 : (int)answer.StatusCode;
    }

    internal static HttpContent? ContentOf(string method, string path, string id) => (method, path) switch
    {
        ("GET" or "HEAD" or "DELETE", _) => null,
        (_, "/upload") => new MultipartFormDataContent { { new ByteArrayContent(TestImages.Jpeg()), "files", "new.jpg" } },
        (_, "/api/v1/images") => Uploads.Form(TestImages.Jpeg()),
        ("PATCH", _) => JsonContent.Create(new { name = "changed" }),
        (_, "/api/v1/images/share") => JsonContent.Create(new { ids = new[] { id }, visibility = "public" }),
        (_, "/api/v1/images/delete" or "/api/v1/images/restore" or "/api/v1/images/download") => JsonContent.Create(new { ids = new[] { id } }),
        _ when path.StartsWith("/api", StringComparison.Ordinal) => null,

        // No password is right, so that nobody's account changes on the way.
        _ => new FormUrlEncodedContent([new("ids", id), new("name", "changed"), new("alt", "changed"), new("visibility", "public"), new("password", "wrong"), new("role", "visitor"), new("disable", "false"), new("scopes", "read")]),
    };
}
