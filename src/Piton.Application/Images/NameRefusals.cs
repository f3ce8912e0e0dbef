using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>How a sender learns that a text is not a name.</summary>
internal static class NameRefusals
{
    public static Refusal Blank(string field) => new(ErrorCode.NameBlank, field, "The name is blank. Give it at least one letter.");

    public static Refusal TooLong(string field, int length, int limit) => new(
        ErrorCode.TextTooLong, field, "The text has {0} characters; at most {1} are allowed.", length, limit);

    public static Refusal For(NameFlaw flaw, string field, string? name) => flaw switch
    {
        NameFlaw.Blank => Blank(field),
        NameFlaw.TooLong => TooLong(field, name?.Length ?? 0, ImageName.MaxLength),
    };
}
