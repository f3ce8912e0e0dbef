using Microsoft.AspNetCore.Mvc;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>An answer that says of images whose they are.</summary>
/// <param name="images">Whose owners are named.</param>
/// <param name="answer">Makes the answer of their names.</param>
internal sealed class OwnedAnswer(IReadOnlyCollection<Image> images, Func<IReadOnlyDictionary<AccountId, string>, ObjectResult> answer) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var names = context.HttpContext.RequestServices.GetRequiredService<OwnerNames>();
        await answer(await names.OfAsync(images, context.HttpContext.RequestAborted)).ExecuteResultAsync(context);
    }
}
