using System.Text.Json;
using Ardalis.Result;
using IResult = Ardalis.Result.IResult;

namespace Piton.Web.CommandLine;

/// <summary>The only place that reads a result for the command line.</summary>
internal static class CommandResult
{
    /// <summary>Calls <paramref name="done"/> with what came of it, or <paramref name="failed"/> with why nothing did, in English.</summary>
    public static T Match<TValue, T>(this Result<TValue> result, Func<TValue, T> done, Func<string, T> failed) =>
        result.IsSuccess ? done(result.Value) : failed(Why(result));

    /// <summary>Whether it is refused to whomever it is done for.</summary>
    public static bool IsForbidden(IResult result) => result.Status == ResultStatus.Forbidden;

    /// <summary>The code of why nothing came of it; that of the API where there is one.</summary>
    public static string CodeOf(IResult result) => result.Status switch
    {
        ResultStatus.Invalid => result.ValidationErrors.First().ErrorCode,
        ResultStatus.Unavailable => result.Errors.First(),
        var other => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{other}"),
    };

    private static string Why<TValue>(Result<TValue> result) => result.Status switch
    {
        ResultStatus.Invalid => string.Join(' ', result.ValidationErrors.Select(error => error.ErrorMessage)),
        ResultStatus.Unavailable => result.Errors.Last(),
        ResultStatus.NotFound when !result.Errors.Any() => "It is not there any more.",
        ResultStatus.NotFound or ResultStatus.Conflict => string.Join(' ', result.Errors),
        _ => $"It ended as {result.Status}. {string.Join(' ', result.Errors)}".TrimEnd(),
    };
}
