using Ardalis.Result;
using FluentValidation.Results;
using Piton.Application.Refusals;
using IResult = Ardalis.Result.IResult;

namespace Piton.Application.Tests;

/// <summary>What a test wants to know of a refusal.</summary>
internal static class Refused
{
    /// <summary>Asserts that a validator objected once, and gives what it objected to.</summary>
    public static (ErrorCode Code, string Field) By(ValidationResult outcome) => Facts(Assert.IsType<Refusal>(Assert.Single(outcome.Errors).CustomState));

    /// <summary>Asserts that a use case refused the request as <c>Invalid</c>, for one reason, and gives the reason.</summary>
    public static (ErrorCode Code, string Field) By(IResult result)
    {
        Assert.Equal(ResultStatus.Invalid, result.Status);
        return Facts(Assert.IsType<Refusal>(Assert.Single(result.ValidationErrors)));
    }

    /// <summary>Asserts that a use case could not do it now, and gives why.</summary>
    public static ErrorCode? ForNow(IResult result)
    {
        Assert.Equal(ResultStatus.Unavailable, result.Status);
        return Unavailable.CodeOf(result);
    }

    private static (ErrorCode Code, string Field) Facts(Refusal refusal) => (ErrorCodes.FromText(refusal.ErrorCode)!.Value, refusal.Identifier);
}
