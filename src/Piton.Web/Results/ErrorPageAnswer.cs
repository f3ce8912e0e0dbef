using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Piton.Web.Results;

/// <summary>A failure as a page for a person.</summary>
internal static class ErrorPageAnswer
{
    public static IActionResult Of(Failure failure) => Of(failure, "Failure");

    /// <summary>The same where nothing of Piton can be reached under this address, so that a page must not lead anywhere.</summary>
    public static IActionResult WithoutLinks(Failure failure) => Of(failure, "Unreachable");

    private static FailureResult Of(Failure failure, string view) => new(failure, new ViewResult
    {
        ViewName = view,
        StatusCode = failure.Status,
        ViewData = new ViewDataDictionary<Failure>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = failure },
    });
}
