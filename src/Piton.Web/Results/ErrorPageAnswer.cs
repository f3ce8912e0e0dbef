using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Piton.Web.Results;

/// <summary>A failure as a page for a person: the view <c>Shared/Failure</c>.</summary>
internal static class ErrorPageAnswer
{
    public static IActionResult Of(Failure failure) => new FailureResult(failure, new ViewResult
    {
        ViewName = "Failure",
        StatusCode = failure.Status,
        ViewData = new ViewDataDictionary<Failure>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = failure },
    });
}
