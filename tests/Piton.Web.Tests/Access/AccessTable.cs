namespace Piton.Web.Tests.Access;

/// <summary>Who may do what at every address, written down once more and by hand, so that the program is held to it. docs/security.md shows it.</summary>
internal static class AccessTable
{
    /// <summary>Everybody of the matrix, in the order of the columns.</summary>
    public static readonly string[] People =
        ["anonymous", "pending", "owner", "visitor", "janitor", "moderator", "administrator", "disabled", "expired", "token read", "token upload", "token manage", "token metrics"];

    private const string Everybody = "any any any any any any any any any any any any any";
    private const string Nobody = "- - - - - - - - - - - - -";
    private const string Members = "- own own own own own own - - - - - -";
    private const string Uploaders = "- - own own own own own - - - - - -";
    private const string Administrators = "- - - - - - any - - - - - -";

    // '-' may not; 'own' may with their own; 'any' may with everybody's.
    private static readonly Dictionary<string, string> Rights = new()
    {
        ["look"] = "any any any any any any any any any any - any -",
        ["see hidden"] = "- - own own any any any - - any - any -",
        ["list own"] = "- - own own own own own - - own - own -",
        ["list all"] = "- - - - any any any - - any - any -",
        ["originals"] = "- - own own own own own - - own - - -",
        ["upload"] = "- - own own own own own - - - own - -",
        ["edit"] = "- - own own any any any - - - - any -",
        ["share"] = "- - own own own any any - - - - any -",
        ["delete"] = "- - own own - any any - - - - any -",
        ["restore"] = "- - own own any any any - - - - any -",
        ["empty trash"] = "- - own own - own any - - - - any -",
        ["account"] = Members,
        ["tokens"] = Uploaders,
        ["administer"] = Administrators,
        ["metrics"] = "- - - - - - any - - - - - any",
        ["anybody"] = Everybody,
        ["nobody"] = Nobody,
    };

    /// <summary>What each address asks for; the method and the template, as the router has them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Routes = new Dictionary<string, string>
    {
        ["GET "] = "look",
        ["HEAD "] = "look",
        ["GET account/images"] = "list own",
        ["HEAD account/images"] = "list own",
        ["GET admin/images"] = "list all",
        ["HEAD admin/images"] = "list all",
        ["GET months"] = "look",
        ["HEAD months"] = "look",
        ["GET images/{id:imageid}"] = "look",
        ["HEAD images/{id:imageid}"] = "look",
        ["GET uploads/{oldName}"] = "look",
        ["HEAD uploads/{oldName}"] = "look",
        ["GET uploads/{id:imageid}/{rendition}"] = "look",
        ["HEAD uploads/{id:imageid}/{rendition}"] = "look",
        ["GET uploads/{id:imageid}/original"] = "originals",
        ["HEAD uploads/{id:imageid}/original"] = "originals",
        ["POST images/{id:imageid}/rename"] = "edit",
        ["POST images/{id:imageid}/describe"] = "edit",
        ["POST images/{id:imageid}/share"] = "share",
        ["POST images/{id:imageid}/delete"] = "delete",
        ["POST images/{id:imageid}/restore"] = "restore",
        ["POST images/delete"] = "delete",
        ["POST images/restore"] = "restore",
        ["POST images/share"] = "share",

        // A key that nobody gave out undoes nothing; one that somebody was given brings back what they may restore.
        ["POST images/undo/{key}"] = "anybody",
        ["POST images/download"] = "look",
        ["GET trash"] = "restore",
        ["HEAD trash"] = "restore",
        ["POST trash/empty"] = "empty trash",
        ["POST upload"] = "upload",
        ["GET api/v1/images"] = "look",
        ["GET api/v1/images/months"] = "look",
        ["GET api/v1/images/{id:imageid}"] = "look",
        ["GET api/v1/images/download"] = "look",
        ["POST api/v1/images/download"] = "look",
        ["POST api/v1/images"] = "upload",
        ["PATCH api/v1/images/{id:imageid}"] = "edit",
        ["DELETE api/v1/images/{id:imageid}"] = "delete",
        ["POST api/v1/images/{id:imageid}/restore"] = "restore",
        ["POST api/v1/images/delete"] = "delete",
        ["POST api/v1/images/restore"] = "restore",
        ["POST api/v1/images/share"] = "share",
        ["GET openapi/v1.json"] = "anybody",
        ["GET docs/api"] = "anybody",
        ["GET account"] = "account",
        ["POST account/profile"] = "account",
        ["POST account/password"] = "account",
        ["POST account/two-factor/begin"] = "account",
        ["POST account/two-factor/enable"] = "account",
        ["POST account/two-factor/disable"] = "account",
        ["POST account/sessions/end"] = "account",
        ["POST account/delete"] = "account",
        ["POST account/tokens"] = "tokens",
        ["POST account/tokens/revoke"] = "tokens",
        ["POST account/tokens/sharex"] = "tokens",
        ["GET admin"] = "administer",
        ["GET admin/settings"] = "administer",
        ["GET admin/users"] = "administer",
        ["GET admin/users/{id:accountid}"] = "administer",
        ["POST admin/users/{id:accountid}/role"] = "administer",
        ["POST admin/users/{id:accountid}/disable"] = "administer",
        ["POST admin/users/{id:accountid}/reset"] = "administer",
        ["GET admin/audit"] = "administer",
        ["GET admin/audit/export"] = "administer",
        ["GET account/sign-in"] = "anybody",
        ["POST account/sign-in"] = "anybody",
        ["POST account/code"] = "anybody",
        ["GET account/register"] = "anybody",
        ["POST account/register"] = "anybody",
        ["GET account/reset"] = "anybody",
        ["POST account/reset"] = "anybody",
        ["POST account/sign-out"] = "anybody",
        ["POST preferences"] = "anybody",
        ["* error"] = "anybody",
        ["* /health/live"] = "anybody",
        ["* /health/ready"] = "anybody",
        ["GET /metrics"] = "metrics",
        ["GET setup"] = "nobody",
        ["POST setup"] = "nobody",
    };

    /// <summary>How far a right of somebody goes: <c>-</c>, <c>own</c> or <c>any</c>.</summary>
    public static string Reach(string right, string person) => Rights[right].Split(' ')[Array.IndexOf(People, person)];

    /// <summary>The whole of it as a table in Markdown.</summary>
    public static string Markdown()
    {
        var lines = new List<string> { $"| address | {string.Join(" | ", People)} |", $"|---|{string.Concat(People.Select(_ => "---|"))}" };
        foreach (var (route, right) in Routes.OrderBy(pair => pair.Key.Split(' ', 2)[1].TrimStart('/'), StringComparer.Ordinal).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var (method, path) = (route.Split(' ', 2)[0], route.Split(' ', 2)[1].TrimStart('/'));
            lines.Add($"| `{method} /{path.Replace(":imageid", "", StringComparison.Ordinal).Replace(":accountid", "", StringComparison.Ordinal)}` | {string.Join(" | ", Rights[right].Split(' '))} |");
        }

        return string.Join('\n', lines);
    }
}
