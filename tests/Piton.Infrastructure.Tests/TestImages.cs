using FsCheck;
using FsCheck.Fluent;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests;

/// <summary>Makes images for tests: a plain one, and any at all.</summary>
internal static class TestImages
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A plain image, unlike any other with another <paramref name="number"/>, a minute younger than the one before it.</summary>
    public static Image Create(int number, string? name = null, AccountId? owner = null) => new()
    {
        Id = new ImageId(Scatter(number)),
        Name = name ?? $"picture {number}",
        FileName = $"picture {number}.jpg",
        Owner = owner,
        CreatedAt = Start.AddMinutes(number),
        Width = 4000,
        Height = 3000,
        Frames = 1,
        Placeholder = new Placeholder("#7a8b91", "3OcRJYB4d3h/iIeHeEh3eIhw+j2w"),
        Source = new ImageSource(ImageFormat.Jpeg, 4_000_000 + number, HashOf(number, 0), Kept: false),
        Conversion = new ConversionReport(ConversionVerdict.Converted, ImageFormat.WebP, false, 85, 3_000_000, null),
        Renditions =
        [
            new Rendition(RenditionName.Full, ImageFormat.WebP, 4000, 3000, 1_000_000 + number, HashOf(number, 1)),
            new Rendition(RenditionName.W320, ImageFormat.WebP, 320, 240, 20_000, HashOf(number, 2)),
        ],
    };

    public static ContentHash HashOf(int number, int salt) =>
        ContentHash.Of([(byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)(number >> 24), (byte)salt]);

    /// <summary>Any image, with every kind of text and number in its fields.</summary>
    public static Gen<Image> Any { get; } =
        from ids in NumberPair
        from texts in AnyText.ListOf(5)
        from dates in AnyDate.ListOf(2)
        from flags in ArbMap.Default.GeneratorFor<bool>().ListOf(6)
        from visibility in Gen.Elements(Enum.GetValues<Visibility>())
        from source in AnySource
        from conversion in AnyConversion
        from renditions in AnyRenditions
        from photo in AnyPhoto
        select new Image
        {
            Id = new ImageId(ids.First),
            Name = texts[0],
            FileName = texts[1],
            Alt = flags[0] ? texts[2] : null,
            Owner = flags[1] ? new AccountId(ids.Second) : null,
            Visibility = visibility,
            CreatedAt = dates[0],
            DeletedAt = flags[2] ? dates[1] : null,
            Width = source.Bytes > 5 ? 16_383 : 1,
            Height = flags[3] ? int.MaxValue : 1,
            Frames = flags[4] ? 300 : 1,
            Placeholder = new Placeholder(texts[3], texts[4]),
            Source = source,
            Conversion = conversion,
            Renditions = renditions,
            Photo = flags[5] ? photo : null,
        };

    /// <summary>Any UTF-16 at all: control characters, quotes, accents, pairs and halves of pairs.</summary>
    public static Gen<string> AnyText { get; } =
        from units in Gen.OneOf(
            Gen.Choose(0, 0x7f),
            Gen.Choose(0x80, 0x17f),
            Gen.Choose(0xd700, 0xe0ff),
            Gen.Choose(0, 0xffff),
            Gen.Elements<int>('"', '\\', '\n', '\0', '/', 0x2028, 0xfeff)).ListOf()
        select new string([.. units.Select(unit => (char)unit)]);

    private static Gen<(UInt128 First, UInt128 Second)> NumberPair =>
        from words in AnyWord.ListOf(4)
        select (new UInt128(words[0], words[1]), new UInt128(words[2], words[3]));

    private static Gen<ulong> AnyWord =>
        from parts in Gen.Choose(0, 0xffff).ListOf(4)
        select parts.Aggregate(0ul, (word, part) => (word << 16) | (uint)part);

    private static Gen<long> UpTo(long most) =>
        from word in AnyWord
        select (long)(word % ((ulong)most + 1));

    private static Gen<ContentHash> AnyHash =>
        from pair in NumberPair
        select new ContentHash(pair.First, pair.Second);

    private static Gen<DateTimeOffset> AnyDate =>
        from ticks in UpTo(DateTime.MaxValue.Ticks)
        select new DateTimeOffset(ticks, TimeSpan.Zero);

    private static Gen<long> AnyLength => Gen.OneOf(UpTo(10), UpTo(long.MaxValue));

    private static Gen<ImageFormat> AnyFormat => Gen.Elements(Enum.GetValues<ImageFormat>());

    private static Gen<ImageSource> AnySource =>
        from format in AnyFormat
        from bytes in AnyLength
        from hash in AnyHash
        from kept in ArbMap.Default.GeneratorFor<bool>()
        select new ImageSource(format, bytes, hash, kept);

    private static Gen<PhotoFacts> AnyPhoto =>
        from flags in ArbMap.Default.GeneratorFor<bool>().ListOf(9)
        from texts in AnyText.ListOf(2)
        from seconds in Gen.Choose(1, int.MaxValue)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        from numbers in Gen.Choose(1, 1_000_000).ListOf(6)
        select new PhotoFacts
        {
            TakenAt = flags[0] ? new PhotoTime(new DateTime(1900, 1, 1).AddSeconds(seconds), flags[1] ? TimeSpan.FromMinutes(minutes) : null) : null,
            Camera = flags[2] ? texts[0] : null,
            Lens = flags[3] ? texts[1] : null,
            ExposureTime = flags[4] ? 1.0 / numbers[0] : null,
            FNumber = flags[5] ? numbers[1] / 10.0 : null,
            Iso = flags[6] ? numbers[2] : null,
            FocalLength = flags[7] ? numbers[3] / 7.0 : null,
            FocalLength35 = flags[7] ? numbers[3] : null,
            Position = flags[8] ? new GeoPosition(numbers[4] / 1e6, -numbers[5] / 3e6) : null,
        };

    private static Gen<ConversionReport> AnyConversion =>
        from format in AnyFormat
        from quality in Gen.Choose(0, 100)
        from saved in AnyLength
        from verdict in Gen.Elements(Enum.GetValues<ConversionVerdict>())
        from reason in Gen.Elements(Enum.GetValues<ConversionReason>())
        from decoder in AnyText
        select new ConversionReport(
            verdict,
            format,
            quality == 0,
            quality == 0 ? null : quality,
            -saved,
            quality < 50 ? reason : null,
            quality < 25 ? quality : null,
            quality < 75 ? decoder : null);

    private static Gen<IReadOnlyList<Rendition>> AnyRenditions =>
        from count in Gen.Choose(1, RenditionName.All.Count)
        from formats in AnyFormat.ListOf(count)
        from bytes in AnyLength.ListOf(count)
        from hashes in AnyHash.ListOf(count)
        select (IReadOnlyList<Rendition>)
            [.. Enumerable.Range(0, count).Select(i => new Rendition(RenditionName.All[i], formats[i], 1 + i, 2, bytes[i], hashes[i]))];

    private static UInt128 Scatter(int number) =>
        new((ulong)number * 0x9e37_79b9_7f4a_7c15, (ulong)number * 0xc2b2_ae3d_27d4_eb4f);

    /// <summary>What the statistics of these images are, added up one by one.</summary>
    public static ImageTotals TotalsOf(IReadOnlyCollection<Image> images)
    {
        // Their numbers may be any, and wrap around as they do elsewhere.
        long Sum(Func<Image, long> bytes) => images.Aggregate(0L, (sum, image) => sum + bytes(image));
        int Shown(Visibility visibility) => images.Count(image => !image.IsInTrash && image.Visibility == visibility);
        return new ImageTotals(
            Shown(Visibility.Public),
            Shown(Visibility.Unlisted),
            Shown(Visibility.Private),
            images.Count(image => image.IsInTrash),
            Sum(image => image.Source.Bytes),
            Sum(image => image.Full.Bytes),
            Sum(image => image.StoredBytes));
    }
}
