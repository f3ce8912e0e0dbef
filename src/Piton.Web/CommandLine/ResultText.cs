using Ardalis.Result;
using IResult = Ardalis.Result.IResult;

namespace Piton.Web.CommandLine;

/// <summary>Says in English why something did not succeed.</summary>
internal static class ResultText
{
    public static string Of(IResult result) => result.Status switch
    {
        ResultStatus.Invalid => string.Join(' ', result.ValidationErrors.Select(error => error.ErrorMessage)),
        ResultStatus.Unavailable => result.Errors.Last(),
        ResultStatus.NotFound => "There is no such account.",
        _ => $"It ended as {result.Status}.",
    };
}
