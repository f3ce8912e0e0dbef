using Microsoft.AspNetCore.Localization;

namespace Piton.Web.Preferences;

/// <summary>Remembers in a browser what its user prefers, for a year.</summary>
public static class PreferenceCookies
{
    /// <summary>Over TLS a cookie has this prefix, by which browsers take it from this host alone (RFC 6265bis, section 4.1.3.2).</summary>
    public const string SafePrefix = "__Host-";

    /// <summary>The cookie that holds the language, as <see cref="CookieRequestCultureProvider"/> writes it.</summary>
    public const string LanguageName = "piton-language";

    private const string ThemeName = "piton-theme";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>The theme that was chosen, in lower case as pages name it; <c>system</c> where none was.</summary>
    public static string ThemeText(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var chosen = request.Cookies[NameOf(ThemeName, request)];
        return Enum.GetValues<Theme>().Select(Text).FirstOrDefault(text => text == chosen) ?? Text(Theme.System);
    }

    /// <summary>How pages name a theme.</summary>
    public static string Text(this Theme theme) => theme switch
    {
        Theme.System => "system",
        Theme.Light => "light",
        Theme.Dark => "dark",
    };

    /// <param name="response">The answer that tells the browser.</param>
    /// <param name="language">One that there are texts in; null leaves it as it was.</param>
    /// <param name="theme">Null leaves it as it was.</param>
    public static void Remember(this HttpResponse response, string? language, Theme? theme)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (language is not null)
        {
            response.Remember(LanguageName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        }

        if (theme is { } chosen)
        {
            response.Remember(ThemeName, chosen.Text());
        }
    }

    private static string NameOf(string name, HttpRequest request) => request.IsHttps ? SafePrefix + name : name;

    private static void Remember(this HttpResponse response, string name, string value) =>
        response.Cookies.Append(NameOf(name, response.HttpContext.Request), value, new CookieOptions
        {
            Path = "/",
            MaxAge = Remembered,
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
        });
}
