using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Piton.Web.Results;

namespace Piton.Web.Forms;

/// <summary>Answers in Piton's words where MVC itself refuses a request: a field that holds no value of its kind, a page whose token is no longer good.</summary>
internal sealed class MalformedRequestFilter : IActionFilter, IAlwaysRunResultFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.ModelState.IsValid)
        {
            context.Result = FailureAnswer.For(context.HttpContext, MalformedRequest.Failure(context));
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = FailureAnswer.For(context.HttpContext, FaultTable.PageExpired(context.HttpContext));
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
