using Ardalis.Result;

namespace Piton.Application.Refusals;

/// <summary>What cannot be done now, though it could at another time: <c>Result.Unavailable</c> whose first error is the code.</summary>
public static class Unavailable
{
    public static Result Busy() => Because(ErrorCode.Busy, "The server is busy with other pictures. Try again in a moment.");

    public static Result Interrupted() =>
        Because(ErrorCode.Interrupted, "The conversion was interrupted, through no fault of the picture. Send it again.");

    public static Result DiskFull() => Because(ErrorCode.DiskFull, "There is no room left on the server. Nothing was changed.");

    public static Result ReadOnly() =>
        Because(ErrorCode.ReadOnly, "The library takes no changes at the moment, since the server could not write to its disk. Pictures can still be seen.");

    /// <summary>The code that <paramref name="result"/> carries; null where it carries none.</summary>
    public static ErrorCode? CodeOf(IResult result) => ErrorCodes.FromText(result.Errors.FirstOrDefault());

    private static Result Because(ErrorCode code, string message) => Result.Unavailable(code.Text(), message);
}
