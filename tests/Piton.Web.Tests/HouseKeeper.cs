using System.Net;
using System.Text.RegularExpressions;

namespace Piton.Web.Tests;

/// <summary>The administrator of a process that tests start, who does as people do: signs in by a form, and makes a token.</summary>
internal sealed partial class HouseKeeper
{
    public const string Email = "keeper@example.org";
    public const string Password = "correct horse battery";

    private HouseKeeper(Cookie session, string token)
    {
        Session = session;
        Token = token;
    }

    /// <summary>What has Piton make the account at its first start, and take its cookie from clients that ask for TLS.</summary>
    public static string[] Settings { get; } =
        [$"--Piton:Setup:AdminEmail={Email}", $"--Piton:Setup:AdminPassword={Password}", "--Piton:Access:AllowInsecureHttp=true", "--Piton:Access:RequestsPerMinute=1000000"];

    /// <summary>What shows that the keeper is signed in.</summary>
    public Cookie Session { get; }

    /// <summary>An API token for everything.</summary>
    public string Token { get; }

    public static async Task<HouseKeeper> SignInAsync(Uri address)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await SendAsync(client, "/account/sign-in", "/account/sign-in", [new("email", Email), new("password", Password)]);
        var page = await SendAsync(
            client, "/account", "/account/tokens", [new("name", "tests"), new("scopes", "read"), new("scopes", "upload"), new("scopes", "manage"), new("scopes", "metrics")]);
        return NewToken().Match(page).Groups["token"].Value is { Length: > 0 } token && cookies.GetCookies(address)["piton-session"] is { } session
            ? new HouseKeeper(session, token)
            : throw new InvalidOperationException($"The keeper was not let in: {page}");
    }

    private static async Task<string> SendAsync(HttpClient client, string page, string path, List<KeyValuePair<string, string>> fields)
    {
        var token = Antiforgery().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(path, form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Antiforgery();

    [GeneratedRegex("id=\"new-token\" readonly value=\"(?<token>[^\"]+)\"")]
    private static partial Regex NewToken();
}
