using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Extension.Sample.Colors.LibraryColors;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Extension.Sample.Colors;

/// <summary>Which colours the library has most of.</summary>
[ApiController]
[Route("/sample/colors")]
public sealed class ColorsController(IMediator mediator) : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> List(int limit = LibraryColorsQuery.MaxLimit, CancellationToken cancellationToken = default)
    {
        var result = await mediator.Send(new LibraryColorsQuery(HttpContext.Actor(), limit), cancellationToken);
        return result.ToApi(this, Ok);
    }
}
