using System.Globalization;

namespace Piton.Web.Tests.HttpObservatory;

/// <summary>The rules that look at one header each.</summary>
internal static class PlainHeaders
{
    // Half a year, as long as the rule asks; it lets a little less pass.
    private const long HalfAYear = 15_552_000;

    public static Finding CrossOriginSharing(ScannedAnswer answer, string origin)
    {
        const string Rule = "cross-origin-resource-sharing";
        return answer.First("Access-Control-Allow-Origin") == origin
            && string.Equals(answer.First("Access-Control-Allow-Credentials"), "true", StringComparison.OrdinalIgnoreCase)
            ? new Finding(Rule, "whoever asks is let read what a visitor sees", -50)
            : new Finding(Rule, "nobody is let read what a visitor sees", 0);
    }

    public static Finding CrossOriginLoading(ScannedAnswer page)
    {
        const string Rule = "cross-origin-resource-policy";
        return page.First("Cross-Origin-Resource-Policy")?.Trim().ToLowerInvariant() switch
        {
            "same-origin" or "same-site" => new Finding(Rule, "others cannot load it", 10),
            null or "cross-origin" => new Finding(Rule, "others can load it", 0),
            var other => new Finding(Rule, $"{other} is no policy", -5),
        };
    }

    public static Finding ContentType(ScannedAnswer page)
    {
        const string Rule = "x-content-type-options";
        return string.Equals(page.First("X-Content-Type-Options")?.Trim(), "nosniff", StringComparison.OrdinalIgnoreCase)
            ? new Finding(Rule, "nosniff", 0)
            : new Finding(Rule, "not nosniff", -5);
    }

    public static Finding Framing(ScannedAnswer page)
    {
        const string Rule = "x-frame-options";
        return (ContentSecurity.Parse(page)?.ContainsKey("frame-ancestors"), page.First("X-Frame-Options")?.Trim().ToLowerInvariant()) switch
        {
            (true, _) => new Finding(Rule, "by frame-ancestors", 5),
            (_, "deny" or "sameorigin") => new Finding(Rule, "by the old header", 0),
            (_, { } old) when old.StartsWith("allow-from", StringComparison.Ordinal) => new Finding(Rule, "by the old header", 0),
            _ => new Finding(Rule, "anybody can frame it", -20),
        };
    }

    public static Finding Referrer(ScannedAnswer page)
    {
        const string Rule = "referrer-policy";
        string[] close = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];
        string[] open = ["origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"];
        var said = page.Headers["Referrer-Policy"].SelectMany(policy => policy.Split(',')).Select(policy => policy.Trim().ToLowerInvariant()).ToList();
        return said.LastOrDefault(policy => close.Contains(policy) || open.Contains(policy)) switch
        {
            { } policy when close.Contains(policy) => new Finding(Rule, policy, 5),
            null when said.Count == 0 => new Finding(Rule, "none", 0),
            var policy => new Finding(Rule, policy ?? "no known one", -5),
        };
    }

    public static Finding StrictTransport(ScannedAnswer page)
    {
        const string Rule = "strict-transport-security";
        var ages = page.Headers["Strict-Transport-Security"].SelectMany(policy => policy.Split(';')).Select(part => part.Trim().ToLowerInvariant())
            .Where(part => part.StartsWith("max-age=", StringComparison.Ordinal))
            .Select(part => long.TryParse(part[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : -1)
            .ToList();
        return ages switch
        {
            [>= HalfAYear] => new Finding(Rule, "half a year or more", 0),
            [>= 0] => new Finding(Rule, "less than half a year", -10),
            _ => new Finding(Rule, "none that can be read", -20),
        };
    }

    public static Finding Redirection(IReadOnlyList<Uri>? route)
    {
        const string Rule = "redirection";
        return route switch
        {
            null => new Finding(Rule, "plain HTTP answers nothing", 0),
            [_] => new Finding(Rule, "plain HTTP shows the page", -20),
            [.., { Scheme: not "https" }] => new Finding(Rule, "plain HTTP leads to plain HTTP", -20),
            [_, { Scheme: not "https" }, ..] => new Finding(Rule, "plain HTTP leads to HTTPS in two steps", -10),
            [var first, var second, ..] when first.Host != second.Host => new Finding(Rule, "plain HTTP leads to another host", -5),
            _ => new Finding(Rule, "plain HTTP leads to HTTPS", 0),
        };
    }
}
