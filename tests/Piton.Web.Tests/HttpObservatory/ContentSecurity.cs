namespace Piton.Web.Tests.HttpObservatory;

/// <summary>The rule of the content security policy: what a page may load and run.</summary>
internal static class ContentSecurity
{
    private const string Rule = "content-security-policy";

    private static readonly string[] Broad = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];
    private static readonly string[] Inline = ["'unsafe-inline'", "data:"];
    private static readonly string[] Passive = ["img-src", "media-src"];
    private static readonly string[] Everything = ["*"];

    /// <summary>The directives of the one policy; null where there is none, or it has a directive twice, which no rule gives points for.</summary>
    public static IReadOnlyDictionary<string, string[]>? Parse(ScannedAnswer page)
    {
        var directives = page.Headers["Content-Security-Policy"].SelectMany(policy => policy.Split(';'))
            .Select(directive => directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .Select(words => (Name: words[0].ToLowerInvariant(), Sources: words[1..].Select(source => source.ToLowerInvariant()).ToArray()))
            .ToList();
        return directives.Count == 0 || directives.DistinctBy(directive => directive.Name).Count() < directives.Count
            ? null
            : directives.ToDictionary(directive => directive.Name, directive => directive.Sources);
    }

    public static Finding Judge(ScannedAnswer page)
    {
        if (Parse(page) is not { } policy)
        {
            return new Finding(Rule, "no policy, or one that cannot be read", -25);
        }

        var (scripts, styles, objects) = (SourcesOf(policy, "script-src"), SourcesOf(policy, "style-src"), SourcesOf(policy, "object-src"));
        var passive = Passive.SelectMany(name => SourcesOf(policy, name, []));
        var active = policy.Where(directive => !Passive.Contains(directive.Key)).SelectMany(directive => directive.Value);
        return (scripts.Any(IsBroadOrInline) || objects.Any(Broad.Contains), active.Any(IsInsecure), scripts.Concat(styles).Contains("'unsafe-eval'")) switch
        {
            (true, _, _) => new Finding(Rule, "scripts or objects from anywhere, or written into the page", -20),
            (_, true, _) => new Finding(Rule, "what runs may come over plain HTTP", -20),
            (_, _, true) => new Finding(Rule, "texts may be run as scripts", -10),
            _ when passive.Any(IsInsecure) => new Finding(Rule, "pictures may come over plain HTTP", -10),
            _ when styles.Any(IsBroadOrInline) => new Finding(Rule, "styles from anywhere, or written into the page", 0),
            _ when !IsShut(policy) => new Finding(Rule, "nothing unsafe, but what is not named is let through", 5),
            _ => new Finding(Rule, "nothing is let through that is not named", 10),
        };
    }

    // By the words of the rule, forms have to stay on the site as well.
    private static bool IsShut(IReadOnlyDictionary<string, string[]> policy) =>
        policy.GetValueOrDefault("default-src") is ["'none'"] && policy.GetValueOrDefault("form-action") is ["'none'"] or ["'self'"];

    private static string[] SourcesOf(IReadOnlyDictionary<string, string[]> policy, string name) => SourcesOf(policy, name, Everything);

    private static string[] SourcesOf(IReadOnlyDictionary<string, string[]> policy, string name, string[] otherwise)
    {
        var sources = policy.GetValueOrDefault(name) ?? policy.GetValueOrDefault("default-src") ?? otherwise;

        // Browsers pass over 'unsafe-inline' where there is a number used once, or a hash.
        return sources.Any(source => source.StartsWith("'nonce-", StringComparison.Ordinal) || source.StartsWith("'sha", StringComparison.Ordinal))
            ? [.. sources.Where(source => source != "'unsafe-inline'")]
            : sources;
    }

    private static bool IsBroadOrInline(string source) => Broad.Contains(source) || Inline.Contains(source);

    private static bool IsInsecure(string source) =>
        source.StartsWith("http:", StringComparison.Ordinal) || source.StartsWith("ftp:", StringComparison.Ordinal);
}
