using Piton.Application.Images.ListImages;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>What every paged listing asks of its page.</summary>
internal static class PageRules
{
    /// <summary>Whether <paramref name="after"/> is no cursor at all, or one that a listing in this order gave out.</summary>
    public static bool IsCursor(string? after, ImageSort sort) =>
        string.IsNullOrEmpty(after) || (CatalogCursor.TryParse(after, out var cursor) && cursor.Sort == sort);

    public static CatalogCursor? Cursor(string? after) => CatalogCursor.TryParse(after, out var cursor) ? cursor : null;

    public static Refusal BadCursor(string? after) => new(
        ErrorCode.BadCursor, "after", "There is no such page in this order. Begin again at the first page.");

    public static Refusal BadLimit(int limit) => new(
        ErrorCode.BadLimit, "limit", "The limit of a page is a whole number from 1 to {0:N0}.", ListImagesQuery.MaxLimit);

    /// <param name="sort">Unknown.</param>
    /// <param name="known">Those that there are.</param>
    public static Refusal UnknownSort(string? sort, IEnumerable<string> known) => new(
        ErrorCode.UnknownSort, "sort", "There is no sort {0}. There are: {1}.", sort ?? "", string.Join(", ", known));

    public static Refusal UnknownWhose(string? whose) => new(
        ErrorCode.UnknownWhose, "whose", "There are no images of {0}. Use one of: {1}.", whose ?? "", string.Join(", ", WhoseNames.All));

    public static Refusal SearchTooLong(string? search) => NameRefusals.TooLong("q", "search", search?.Length ?? 0, ImageName.MaxLength);
}
