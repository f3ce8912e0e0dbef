using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Piton.Web.Api;

/// <summary>Reads the limit of a page, so that one that is no number gets the same answer as one that is too small.</summary>
internal sealed class PageLimitBinder : IModelBinder
{
    // A limit that the use case refuses.
    private const int NoNumber = 0;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        if (bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue is { Length: > 0 } text)
        {
            var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit);
            bindingContext.Result = ModelBindingResult.Success(isNumber ? limit : NoNumber);
        }

        return Task.CompletedTask;
    }
}
