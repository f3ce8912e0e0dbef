using AngleSharp.Html.Parser;

namespace Piton.Web.Tests.HttpObservatory;

/// <summary>The rule of subresource integrity: whether scripts of others can be exchanged.</summary>
internal static class Scripts
{
    private const string Rule = "subresource-integrity";

    public static Finding Judge(ScannedAnswer page)
    {
        var findings = new HtmlParser().ParseDocument(page.Html).QuerySelectorAll("script[src]")
            .Select(script => Judge(script.GetAttribute("src")!, script.HasAttribute("integrity"), page.Address))
            .ToList();
        return findings.Count == 0 ? new Finding(Rule, "no script", 0) : findings.MinBy(finding => finding.Points)!;
    }

    private static Finding Judge(string source, bool hasIntegrity, Uri page)
    {
        var address = new Uri(page, source);
        var isOwn = address.Host == page.Host && !source.StartsWith("//", StringComparison.Ordinal);
        var isSecure = address.Scheme == Uri.UriSchemeHttps && !source.StartsWith("//", StringComparison.Ordinal);
        return (isOwn, hasIntegrity, isSecure) switch
        {
            (true, true, true) => new Finding(Rule, "own scripts, checked", 5),
            (true, _, _) => new Finding(Rule, "own scripts", 0),
            (false, true, true) => new Finding(Rule, "scripts of others, checked", 5),
            (false, false, true) => new Finding(Rule, $"{source} is not checked", -5),
            (false, true, false) => new Finding(Rule, $"{source} is fetched over plain HTTP", -20),
            (false, false, false) => new Finding(Rule, $"{source} is fetched over plain HTTP and not checked", -50),
        };
    }
}
