using Microsoft.AspNetCore.Mvc;
using Piton.Web.Preferences;
using Piton.Web.Routing;

namespace Piton.Web.Controllers;

/// <summary>Remembers in which language a browser wants its pages.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class LanguageController : Controller
{
    /// <param name="language">One that there are texts in; any other address does not exist.</param>
    /// <param name="back">The page that the switch was on.</param>
    [HttpPost(@"/language/{language:regex(^(en|es)\z)}")]
    public IActionResult Choose([FromRoute] string language, [FromForm] string? back)
    {
        Response.Remember(language, theme: null);
        return LocalRedirect(Url.LocalOrHome(back));
    }
}
