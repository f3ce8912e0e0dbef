using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Piton.Domain.Images;

/// <summary>
/// A place in a listing: just behind an image, or at the border of a month. It holds that image's sort key and not its position, so that images that come
/// and go meanwhile neither repeat nor hide others.
/// </summary>
public sealed record CatalogCursor
{
    private CatalogCursor(ImageSort sort, long number, string text, ImageId id)
    {
        Sort = sort;
        Number = number;
        Text = text;
        Id = id;
    }

    public ImageSort Sort { get; }

    /// <summary>UTC ticks for the sorts by date, bytes for <see cref="ImageSort.Size"/>, else 0.</summary>
    public long Number { get; }

    /// <summary>The folded name for the sorts by name, else empty.</summary>
    public string Text { get; }

    public ImageId Id { get; }

    /// <summary>The place just behind <paramref name="image"/>.</summary>
    public static CatalogCursor Behind(Image image, ImageSort sort) => sort switch
    {
        ImageSort.Newest or ImageSort.Oldest => new CatalogCursor(sort, image.CreatedAt.UtcTicks, "", image.Id),
        ImageSort.Name or ImageSort.NameDescending => new CatalogCursor(sort, 0, SearchText.Fold(image.Name), image.Id),
        ImageSort.Size => new CatalogCursor(sort, image.Full.Bytes, "", image.Id),
    };

    /// <summary>The place just before the first image of a month, in an order by date.</summary>
    /// <param name="month">Any day of it, by UTC.</param>
    /// <param name="sort">One that <see cref="ImageSorts.IsByDate"/>.</param>
    public static CatalogCursor AtMonth(DateOnly month, ImageSort sort)
    {
        // The least of all ids, which no image has: the border itself belongs to neither side.
        var start = new DateTime(month.Year, month.Month, 1).Ticks;
        return sort switch
        {
            ImageSort.Oldest => new CatalogCursor(sort, start, "", default),
            ImageSort.Newest => new CatalogCursor(
                sort, start + (DateTime.DaysInMonth(month.Year, month.Month) * TimeSpan.TicksPerDay), "", default),
            _ => throw new ArgumentOutOfRangeException(nameof(sort)),
        };
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else is false.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CatalogCursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
        {
            return false;
        }

        var fields = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 4);
        if (fields.Length == 4
            && Enum.TryParse(fields[0], out ImageSort sort) && Enum.IsDefined(sort)
            && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && ImageId.TryParse(fields[2], out var id))
        {
            cursor = new CatalogCursor(sort, number, fields[3], id);
        }

        return cursor is not null && cursor.ToString() == text;
    }

    /// <summary>The cursor as it stands in an address: base64url without padding.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Sort}\n{Number}\n{Id}\n{Text}")));
}
