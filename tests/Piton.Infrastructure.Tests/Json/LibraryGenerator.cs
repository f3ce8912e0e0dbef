using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>Makes libraries as they grow in practice, for measuring: the same ones every time.</summary>
internal static class LibraryGenerator
{
    private static readonly string[] Words =
        ["vacaciones", "montaña", "playa", "IMG", "DSC", "cumpleaños", "Málaga", "niño", "atardecer", "screenshot", "familia", "perro"];

    private static readonly DateTimeOffset Start = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Images with four renditions, names of about 20 characters with an accent now and then, and dates in order.</summary>
    public static IEnumerable<Image> Images(int count)
    {
        var random = new Random(1);
        for (var number = 0; number < count; number++)
        {
            yield return Create(number, random);
        }
    }

    private static Image Create(int number, Random random)
    {
        var name = $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]} {random.Next(10_000)}";
        var full = random.NextInt64(50_000, 4_000_000);
        return new Image
        {
            Id = new ImageId(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64())),
            Name = name,
            FileName = name + ".jpg",
            CreatedAt = Start.AddSeconds(number * 300.0).AddTicks(random.Next(10_000_000)),
            Width = 4032,
            Height = 3024,
            Frames = 1,
            Placeholder = new Placeholder("#7a8b91", "3OcRJYB4d3h/iIeHeEh3eIhw+j2w"),
            Source = new ImageSource(ImageFormat.Jpeg, full * 3, AnyHash(random), Kept: false),
            Conversion = new ConversionReport(ConversionVerdict.Converted, ImageFormat.WebP, false, 85, full * 2, null),
            Renditions =
            [
                new Rendition(RenditionName.Full, ImageFormat.WebP, 4032, 3024, full, AnyHash(random)),
                new Rendition(RenditionName.W1600, ImageFormat.WebP, 1600, 1200, full / 5, AnyHash(random)),
                new Rendition(RenditionName.W800, ImageFormat.WebP, 800, 600, full / 15, AnyHash(random)),
                new Rendition(RenditionName.W320, ImageFormat.WebP, 320, 240, full / 60, AnyHash(random)),
            ],
        };
    }

    private static ContentHash AnyHash(Random random) => new(
        new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()),
        new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()));
}
