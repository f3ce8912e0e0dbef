using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>How a sender learns that a text is not a name.</summary>
internal static class NameRefusals
{
    public static Refusal Blank(string field) => new(ErrorCode.NameBlank, field, "The name is blank. Give it at least one letter.");

    public static Refusal NothingToChange(string field) =>
        new(ErrorCode.NothingToChange, field, "There is nothing to change. Give a name, a description or a visibility.");

    /// <param name="field">The field, as clients call it.</param>
    /// <param name="what">The field, as people call it.</param>
    /// <param name="length">How long the text is, in UTF-16 code units.</param>
    /// <param name="limit">How long it may be.</param>
    public static Refusal TooLong(string field, string what, int length, int limit) => new(
        ErrorCode.TextTooLong, field, $"The {what} has {{0:N0}} characters; at most {{1:N0}} are allowed.", length, limit);

    public static Refusal AltTooLong(int length) => TooLong("alt", "description", length, Image.MaxAltLength);

    /// <param name="name">One with a flaw, or null.</param>
    /// <param name="field">The field, as clients call it.</param>
    public static Refusal For(string? name, string field) => (name, ImageName.Check(name)) switch
    {
        (null, _) => NothingToChange(field),
        (_, NameFlaw.Blank) => Blank(field),
        ({ Length: var length }, _) => TooLong(field, "name", length, ImageName.MaxLength),
    };
}
