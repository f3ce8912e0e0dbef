using Microsoft.AspNetCore.Mvc;
using Piton.Web.Api.Description;
using Piton.Web.Models.Reference;
using Piton.Web.Routing;

namespace Piton.Web.Controllers;

/// <summary>The description of the API, for programs and for people.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class DocumentationController(ApiDocument document, PublicAddress address) : Controller
{
    [HttpGet("/openapi/v1.json")]
    public async Task<IActionResult> Document() => Content(await document.JsonAsync(), "application/json; charset=utf-8");

    [HttpGet("/docs/api")]
    public async Task<IActionResult> Reference() => View(new ReferenceModel(await document.GetAsync(), address.Of(Request, "")));
}
