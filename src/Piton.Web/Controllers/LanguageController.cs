using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Piton.Web.Routing;

namespace Piton.Web.Controllers;

/// <summary>Remembers in which language a browser wants its pages.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class LanguageController : Controller
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <param name="language">One that there are texts in; any other address does not exist.</param>
    /// <param name="back">The page that the switch was on.</param>
    [HttpPost(@"/language/{language:regex(^(en|es)\z)}")]
    public IActionResult Choose([FromRoute] string language, [FromForm] string? back)
    {
        Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                MaxAge = Remembered,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
            });
        return LocalRedirect(Url.LocalOrHome(back));
    }
}
