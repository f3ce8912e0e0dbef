using Ardalis.Result;
using Piton.Application.Refusals;

namespace Piton.Application.Images.UploadImage;

/// <summary>Why a key of an upload is refused.</summary>
internal static class KeyRefusals
{
    private const string Field = "Idempotency-Key";

    public static bool IsKey(string key) => key is { Length: >= 1 and <= UploadImageCommand.MaxKeyLength } && key.All(letter => letter is >= '!' and <= '~');

    public static Refusal Malformed() => new(
        ErrorCode.BadIdempotencyKey, Field, "A key has 1 to {0} visible ASCII characters, such as a UUID; it may stand in quotation marks.", UploadImageCommand.MaxKeyLength);

    public static Result InUse() => Result.Invalid(new Refusal(
        ErrorCode.IdempotencyKeyInUse, Field, "An upload with this key is under way. Wait for its answer, or ask again in a moment."));

    public static Result Reused() => Result.Invalid(new Refusal(
        ErrorCode.IdempotencyKeyReused, Field, "Something else was uploaded with this key. Take a new one for each upload."));
}
