namespace Piton.Web.Tests.HttpObservatory;

/// <summary>That the score can fall, by each rule.</summary>
public sealed class ObservatoryTests
{
    private const string Good = "content-security-policy: default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] Fields =
    [
        Good, "x-content-type-options: nosniff", "referrer-policy: same-origin", "cross-origin-resource-policy: same-origin",
        "strict-transport-security: max-age=31536000", "set-cookie: __Host-session=abc; path=/; secure; httponly; samesite=lax",
    ];

    private static readonly Uri[] ToHttps = [new("http://site.example/"), new("https://site.example/")];

    [Fact]
    public void Score_WhenAllIsGood_ShouldBe135() => Assert.Equal(135, Score(Fields));

    [Theory]
    [InlineData("content-security-policy", null, 55)]
    [InlineData("content-security-policy", "default-src 'none'; default-src *; frame-ancestors 'none'", 55)]
    [InlineData("content-security-policy", "default-src 'self'; frame-ancestors 'none'", 130)]
    [InlineData("content-security-policy", "default-src 'none'; frame-ancestors 'none'", 130)]
    [InlineData("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'", 80)]
    [InlineData("content-security-policy", "default-src 'none'; script-src 'unsafe-inline' 'nonce-abc'; form-action 'self'; frame-ancestors 'none'", 135)]
    [InlineData("content-security-policy", "default-src 'none'; script-src https:; frame-ancestors 'none'", 80)]
    [InlineData("content-security-policy", "default-src 'none'; script-src http://other.example; frame-ancestors 'none'", 80)]
    [InlineData("content-security-policy", "default-src 'none'; script-src 'self' 'unsafe-eval'; frame-ancestors 'none'", 115)]
    [InlineData("content-security-policy", "default-src 'none'; img-src http://other.example; frame-ancestors 'none'", 115)]
    [InlineData("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", 125)]
    [InlineData("content-security-policy", "script-src 'self'; frame-ancestors 'none'", 80)]
    [InlineData("content-security-policy", "default-src 'none'; form-action 'self'", 80)]
    [InlineData("x-content-type-options", null, 130)]
    [InlineData("x-content-type-options", "sniff", 130)]
    [InlineData("referrer-policy", null, 130)]
    [InlineData("referrer-policy", "unsafe-url", 125)]
    [InlineData("referrer-policy", "nonsense", 125)]
    [InlineData("cross-origin-resource-policy", null, 125)]
    [InlineData("cross-origin-resource-policy", "cross-origin", 125)]
    [InlineData("cross-origin-resource-policy", "nonsense", 120)]
    [InlineData("strict-transport-security", null, 80)]
    [InlineData("strict-transport-security", "max-age=3600", 125)]
    [InlineData("strict-transport-security", "max-age=soon", 80)]
    [InlineData("set-cookie", null, 130)]
    [InlineData("set-cookie", "theme=dark; path=/; secure", 130)]
    [InlineData("set-cookie", "theme=dark; path=/; samesite=lax", 125)]
    [InlineData("set-cookie", "theme=dark; path=/; secure; samesite=sometimes", 80)]
    [InlineData("set-cookie", "theme=dark; path=/; samesite=none", 80)]
    [InlineData("set-cookie", "csrf=abc; path=/; secure", 80)]
    [InlineData("set-cookie", "session=abc; path=/; httponly; samesite=lax", 120)]
    [InlineData("set-cookie", "session=abc; path=/; secure; samesite=lax", 70)]
    [InlineData("set-cookie", "session=; path=/", 130)]
    public void Score_WhenAHeaderIsAnother_ShouldBeWhatTheRuleSays(string name, string? value, int score)
    {
        var others = Fields.Where(field => !field.StartsWith(name + ":", StringComparison.Ordinal));

        Assert.Equal(score, Score(value is null ? others : others.Append($"{name}: {value}")));
    }

    [Theory]
    [InlineData("<script src='/own.js'></script>", 135)]
    [InlineData("<script src='/own.js' integrity='sha256-abc'></script>", 140)]
    [InlineData("<script src='https://other.example/x.js' integrity='sha256-abc'></script>", 140)]
    [InlineData("<script src='https://other.example/x.js'></script>", 130)]
    [InlineData("<script src='//other.example/x.js' integrity='sha256-abc'></script>", 80)]
    [InlineData("<script src='http://other.example/x.js'></script>", 50)]
    public void Score_WhenThereAreScripts_ShouldAskWhoseTheyAre(string html, int score) => Assert.Equal(score, Score(Fields, html));

    [Theory]
    [InlineData(null, 135)]
    [InlineData("http://site.example/", 80)]
    [InlineData("http://site.example/ http://site.example/home", 80)]
    [InlineData("http://site.example/ http://www.site.example/ https://www.site.example/", 125)]
    [InlineData("http://site.example/ https://www.site.example/", 130)]
    public void Score_WhenPlainHttpAnswers_ShouldAskWhereItLeads(string? route, int score) =>
        Assert.Equal(score, Score(Fields, route: route?.Split(' ').Select(address => new Uri(address)).ToArray()));

    [Fact]
    public void Score_WhenWhoeverAsksMayRead_ShouldFallFar() => Assert.Equal(50, Score(
        [.. Fields, $"access-control-allow-origin: {Observatory.Stranger}", "access-control-allow-credentials: true"]));

    [Fact]
    public void Score_WhenThereIsNothing_ShouldBeNoBonus() => Assert.Equal(30, Score([]));

    private static int Score(IEnumerable<string> fields, string html = "") => Score(fields, html, ToHttps);

    private static int Score(IEnumerable<string> fields, Uri[]? route) => Score(fields, "", route);

    private static int Score(IEnumerable<string> fields, string html, Uri[]? route)
    {
        var answer = ScannedAnswer.Of(html, [.. fields.Select(field => field.Split(": ", 2)).Select(parts => (parts[0], parts[1]))]);
        return Observatory.Score(Observatory.Judge(new Scan(answer, answer, route)));
    }
}
