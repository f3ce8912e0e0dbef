using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Piton.Web.Preferences;
using Piton.Web.Routing;

namespace Piton.Web.Controllers;

/// <summary>Remembers how a browser wants its pages.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class PreferencesController : Controller
{
    /// <param name="language">One that there are texts in; null leaves it as it is.</param>
    /// <param name="theme">The colours; null leaves them as they are.</param>
    /// <param name="back">The page that the switch was on.</param>
    [HttpPost("/preferences"), ValidateAntiForgeryToken]
    public IActionResult Choose([FromForm, RegularExpression("en|es")] string? language, [FromForm] Theme? theme, [FromForm] string? back)
    {
        Response.Remember(language, theme);
        Response.Headers.Location = Url.LocalOrHome(back);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
