using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Piton.Web.Forms;

/// <summary>Keeps MVC from reading the body before an action is called: it would read a form whole, and take one it cannot read for an empty one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal class UnreadBodyAttribute : Attribute, IResourceFilter
{
    public virtual void OnResourceExecuting(ResourceExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
