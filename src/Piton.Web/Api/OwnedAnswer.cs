using Microsoft.AspNetCore.Mvc;
using Piton.Application.Accounts;
using Piton.Domain.Images;
using Piton.Web.Security;

namespace Piton.Web.Api;

/// <summary>An answer that says of images whose they are.</summary>
/// <param name="images">Whose owners are named.</param>
/// <param name="answer">Makes the answer for whoever reads it.</param>
internal sealed class OwnedAnswer(IReadOnlyCollection<Image> images, Func<Reader, ObjectResult> answer) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var names = context.HttpContext.RequestServices.GetRequiredService<OwnerNames>();
        var reader = new Reader(context.HttpContext.Actor(), await names.OfAsync(images, context.HttpContext.RequestAborted));
        await answer(reader).ExecuteResultAsync(context);
    }
}
