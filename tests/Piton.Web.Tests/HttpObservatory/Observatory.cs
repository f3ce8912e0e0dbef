namespace Piton.Web.Tests.HttpObservatory;

/// <summary>Scores a page by the published rules of the HTTP Observatory (github.com/mdn/mdn-http-observatory, version 1.5): 100, and what each rule adds or takes.</summary>
internal static class Observatory
{
    public const string Stranger = "https://stranger.example";

    private const int Base = 100;

    // Who falls below has no use of what else is good.
    private const int LeastForBonus = 90;

    public static IReadOnlyList<Finding> Judge(Scan scan)
    {
        var transport = PlainHeaders.StrictTransport(scan.Page);
        return
        [
            ContentSecurity.Judge(scan.Page),
            Cookies.Judge(scan.Page, transport.Points == 0),
            PlainHeaders.CrossOriginSharing(scan.CrossOrigin, Stranger),
            PlainHeaders.Redirection(scan.HttpRoute),
            PlainHeaders.Referrer(scan.Page),
            transport,
            Scripts.Judge(scan.Page),
            PlainHeaders.ContentType(scan.Page),
            PlainHeaders.Framing(scan.Page),
            PlainHeaders.CrossOriginLoading(scan.Page),
        ];
    }

    public static int Score(IEnumerable<Finding> findings)
    {
        var points = findings.Select(finding => finding.Points).ToList();
        var without = Base + points.Where(some => some < 0).Sum();
        return Math.Max(0, without >= LeastForBonus ? Base + points.Sum() : without);
    }
}
