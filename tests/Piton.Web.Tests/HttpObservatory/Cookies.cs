namespace Piton.Web.Tests.HttpObservatory;

/// <summary>The rule of cookies: who can read them, and who can have them sent.</summary>
internal static class Cookies
{
    private const string Rule = "cookies";

    public static Finding Judge(ScannedAnswer page, bool isTransportStrict)
    {
        // A cookie that is taken back is none.
        var findings = page.Headers["Set-Cookie"].Select(Attributes).Where(cookie => cookie.Value.Length > 0)
            .Select(cookie => Judge(cookie.Name, cookie.Words, isTransportStrict))
            .ToList();
        return findings.Count == 0 ? new Finding(Rule, "no cookie", 0) : findings.MinBy(finding => finding.Points)!;
    }

    private static Finding Judge(string name, IReadOnlyDictionary<string, string> words, bool isTransportStrict)
    {
        var isSession = name.Contains("sess", StringComparison.OrdinalIgnoreCase) || name.Contains("login", StringComparison.OrdinalIgnoreCase);
        var isSecure = words.ContainsKey("secure");
        var sameSite = words.GetValueOrDefault("samesite")?.ToLowerInvariant();
        return (isSession, isSecure, sameSite) switch
        {
            (true, false, _) when !isTransportStrict => new Finding(Rule, $"{name}: a session over plain HTTP", -40),
            (true, _, _) when !words.ContainsKey("httponly") => new Finding(Rule, $"{name}: a session that scripts can read", -30),
            (_, _, not (null or "lax" or "strict" or "none")) or (_, false, "none") => new Finding(Rule, $"{name}: SameSite is {sameSite}", -20),
            (_, _, null) when name.Contains("csrf", StringComparison.OrdinalIgnoreCase) => new Finding(Rule, $"{name}: an antiforgery token without SameSite", -20),
            (_, false, _) when !isTransportStrict => new Finding(Rule, $"{name}: over plain HTTP", -20),
            (true, false, _) => new Finding(Rule, $"{name}: a session without Secure", -10),
            (_, false, _) => new Finding(Rule, $"{name}: without Secure", -5),
            (_, _, null) => new Finding(Rule, $"{name}: without SameSite", 0),
            _ => new Finding(Rule, "all Secure, SameSite, and sessions HttpOnly", 5),
        };
    }

    private static (string Name, string Value, IReadOnlyDictionary<string, string> Words) Attributes(string cookie)
    {
        var parts = cookie.Split(';').Select(part => part.Trim().Split('=', 2)).ToList();
        return (
            parts[0][0],
            parts[0].ElementAtOrDefault(1) ?? "",
            parts.Skip(1).DistinctBy(part => part[0].ToLowerInvariant()).ToDictionary(part => part[0].ToLowerInvariant(), part => part.ElementAtOrDefault(1) ?? ""));
    }
}
