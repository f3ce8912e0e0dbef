using System.Net;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>What each answer says to browsers, over TLS.</summary>
public sealed class HeaderTests(ProxiedHouse house) : IClassFixture<ProxiedHouse>
{
    private const string Secret = "the secret of the inside";

    private static readonly Dictionary<string, string> Everywhere = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
    };

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/account/sign-in", 200)]
    [InlineData("/account", 302)]
    [InlineData("/nowhere", 404)]
    [InlineData("/error", 404)]
    [InlineData("/api/v1/images", 200)]
    [InlineData("/api/v1/images?limit=0", 400)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/assets/site.css", 200)]
    [InlineData("/assets/site.js", 200)]
    [InlineData("/img/piton.svg", 200)]
    [InlineData("/site.webmanifest", 200)]
    [InlineData("/uploads/00000000000000000000000000000000/full", 404)]
    [InlineData("/admin/users", 302)]
    public async Task Answer_OfAnyKind_ShouldKeepToItself(string path, int status)
    {
        using var visitor = house.Visitor();

        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.All(Everywhere, header => Assert.Equal((header.Key, header.Value), (header.Key, Single(answer, header.Key))));
        Assert.Equal("same-origin", Single(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Single(answer, "Permissions-Policy"), StringComparison.Ordinal);
        var policy = Single(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.All(
            new[] { "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'" },
            directive => Assert.Contains(directive, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl is { NoStore: true } or { Public: true, MaxAge: not null }, $"{answer.Headers.CacheControl}");
        Assert.All(new[] { "Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "Access-Control-Allow-Origin" }, name => Assert.False(answer.Headers.Contains(name), name));
    }

    [Fact]
    public async Task Answer_OverPlainHttp_ShouldNotSpeakOfTransport()
    {
        using var visitor = house.Visitor("http");

        using var answer = await visitor.GetAsync(new Uri("/", UriKind.Relative));

        // Browsers pass it over there (RFC 6797, section 8.1).
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("public", "cross-origin")]
    [InlineData("unlisted", "cross-origin")]
    [InlineData("private", "same-origin")]
    public async Task Picture_OfAnyVisibility_ShouldBeAPictureAndNothingElse(string visibility, string loading)
    {
        using var api = house.Visitor();
        api.DefaultRequestHeaders.Authorization = house.Accounts.BearerOf(Role.Visitor);
        var image = await api.UploadAsync(TestImages.Jpeg(), "page.html", ("name", "<script>alert(1)</script>.html"), ("visibility", visibility));
        var urls = image.GetProperty("urls").EnumerateObject().Where(url => url.Name != "page").Select(url => url.Value.GetString()!);

        foreach (var path in urls.Append($"/uploads/{image.Text("id")}/original"))
        {
            using var answer = await api.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("image/", answer.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
            Assert.Equal("default-src 'none'; sandbox", Single(answer, "Content-Security-Policy"));
            Assert.Equal("nosniff", Single(answer, "X-Content-Type-Options"));
            Assert.Equal(path.EndsWith("original", StringComparison.Ordinal) ? "same-origin" : loading, Single(answer, "Cross-Origin-Resource-Policy"));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            if (visibility != "public" || path.EndsWith("original", StringComparison.Ordinal))
            {
                Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true }, $"{answer.Headers.CacheControl}");
            }
        }
    }

    [Fact]
    public async Task Archive_WhenDownloaded_ShouldBeAFileToSave()
    {
        using var api = house.Visitor();
        api.DefaultRequestHeaders.Authorization = house.Accounts.BearerOf(Role.Visitor);
        var id = (await api.UploadAsync(TestImages.Jpeg())).Text("id");

        using var answer = await api.GetAsync(new Uri($"/api/v1/images/download?ids={id}", UriKind.Relative));

        Assert.Equal(("application/zip", "attachment"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
    }

    [Fact]
    public async Task Cookies_OverTls_ShouldAllBeOfThisHostAloneAndForNoScript()
    {
        using var visitor = house.Visitor();
        using var first = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        using var chosen = await PostAsync(visitor, "/preferences", ("theme", "dark"), ("language", "es"));
        using var signedIn = await PostAsync(
            visitor, "/account/sign-in", ("email", house.Accounts[Role.Visitor].Email), ("password", TestAccounts.Password), ("remember", "true"));
        using var renamed = await PostAsync(visitor, "/account/profile", ("name", "Ana"));

        var cookies = new[] { first, chosen, signedIn, renamed }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        Assert.True(cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Count() >= 5, string.Join('\n', cookies));
        Assert.All(cookies, cookie => Assert.Matches("^__Host-[^;]+=[^;]*;( .*;)? path=/; secure; samesite=lax; httponly$", cookie));
        Assert.All(cookies, cookie => Assert.InRange(cookie.Split(';')[0].Length, 1, 4096));

        // Both are obeyed afterwards.
        var page = await visitor.PageAsync("/");
        Assert.Equal(("es", "dark"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("data-theme")));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Fault_WhenTheServerFails_ShouldTellNothingOfTheInside(string accept)
    {
        using var log = new RecordedLog();
        var listing = Substitute.For<IImageListing>();
        var isBroken = false;
        listing.PageAsync(null!, default).ReturnsForAnyArgs(_ => isBroken ? throw new InvalidOperationException(Secret) : new CatalogPage([], null, 0));
        using var broken = new PitonServer { Replace = services => services.AddSingleton<ILoggerProvider>(log).AddSingleton(listing) };
        using var client = broken.ApiClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        isBroken = true;

        using var answer = await client.GetAsync(new Uri(accept == "text/html" ? "/" : Uploads.Api, UriKind.Relative));
        var said = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.All(new[] { Secret, "Exception", "   at ", ".cs:line" }, inside => Assert.DoesNotContain(inside, said, StringComparison.Ordinal));
        Assert.Equal(accept == "text/html", said.Contains(Assert.Single(answer.Headers.GetValues("X-Request-Id")), StringComparison.Ordinal));
        Assert.Contains(log.Warnings, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", 308, "https://pictures.example.org/")]
    [InlineData("/trash?q=%2F%0d%0aX:1", 308, "https://pictures.example.org/trash?q=%2F%0d%0aX:1")]
    [InlineData("//evil.example/", 308, "https://pictures.example.org//evil.example/")]
    [InlineData("/api/v1/images", 403, null)]
    public async Task PlainHttp_WhenItIsToBeRedirected_ShouldLeadPagesToTheSameHostAndRefuseTheApi(string path, int status, string? location)
    {
        using var visitor = house.Visitor("http");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, "/")) { RequestUri = new Uri(house.Address.GetLeftPart(UriPartial.Authority) + path) };

        using var answer = await visitor.SendAsync(request);

        Assert.Equal((status, location), ((int)answer.StatusCode, answer.Headers.TryGetValues("Location", out var led) ? led.Single() : null));
    }

    [Fact]
    public async Task PlainHttp_WhenAFormIsSent_ShouldBeRefusedAndNotBeSentOn()
    {
        using var visitor = house.Visitor("http");

        using var answer = await visitor.PostAsJsonAsync("/account/sign-in", new { });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task PlainHttp_WhenAProbeAsksOnTheMachineItself_ShouldBeAnswered()
    {
        using var probe = new HttpClient { BaseAddress = house.Address };

        using var answer = await probe.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Keys_OfDataProtection_ShouldBeForTheirOwnerAlone()
    {
        _ = house.Address;
        house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("x");
        var folder = Path.Combine(house.Services.GetRequiredService<LibraryLocation>().Root, "keys");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        var keys = Directory.GetFiles(folder);
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key)));
        Assert.All(
            new[] { "accounts.jsonl", "sessions.jsonl", "audit.jsonl" },
            log => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(house.DataDirectory, log))));
    }

    [Fact]
    public void DataProtection_AsItRuns_ShouldBeOneWithoutTheHoleOf10_0_6()
    {
        var file = typeof(IDataProtectionProvider).Assembly.Location;
        var version = Version.Parse(System.Diagnostics.FileVersionInfo.GetVersionInfo(file).ProductVersion!.Split('+', '-')[0]);

        Assert.True(version >= new Version(10, 0, 7), $"{version}");
    }

    private static string Single(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : throw new InvalidOperationException($"There is no {name}.");

    private static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, params (string Name, string Value)[] fields)
    {
        using var form = await visitor.WithTokenAsync("/", fields);
        return await visitor.PostAsync(new Uri(path, UriKind.Relative), form);
    }
}
