using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>A converter, and ways to ask it that read well in tests.</summary>
public sealed class ConverterFixture : IDisposable
{
    private readonly MediaTypeSniffer _sniffer = new();
    private readonly VipsConverter _converter;

    public ConverterFixture()
    {
        _converter = new VipsConverter(_sniffer);
    }

    public void Dispose() => _sniffer.Dispose();

    internal Task<InspectResult> InspectAsync(byte[] bytes) => Task.Run(() => _converter.Inspect(new MemoryStream(bytes), default));

    /// <summary>The same, and how many bytes were allocated for it, whatever else goes on meanwhile.</summary>
    internal Task<(InspectResult Result, long Allocated)> InspectAndCountAsync(byte[] bytes) => Task.Run(() =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = _converter.Inspect(new MemoryStream(bytes), default);
        return (result, GC.GetAllocatedBytesForCurrentThread() - before);
    });

    internal static Task<ConvertedImage?> ConvertAsync(Stream source, ImageHeader header, CancellationToken cancellationToken) =>
        Task.Run(() => VipsConverter.Convert(source, header, cancellationToken), CancellationToken.None);

    /// <summary>Inspects, and converts what was readable and within the limits.</summary>
    /// <returns>Null where either step found damage, or a limit is broken.</returns>
    internal async Task<ConvertedImage?> TryConvertAsync(byte[] bytes)
    {
        var inspected = await InspectAsync(bytes);
        return inspected.Outcome switch
        {
            InspectOutcome.Readable when new ImageLimits().Check(inspected.Header!) is not null => null,
            InspectOutcome.Readable => await ConvertAsync(new MemoryStream(bytes), inspected.Header!, default),
            InspectOutcome.Broken => null,
            _ => throw new InvalidOperationException($"It was taken for {inspected.MediaType ?? "nothing known"}."),
        };
    }

    internal async Task<ConvertedImage> ConvertAsync(byte[] bytes)
    {
        var converted = await TryConvertAsync(bytes);
        Assert.NotNull(converted);
        return converted;
    }

    /// <summary>Decodes a rendition, all frames of it.</summary>
    internal static VipsImage Decode(EncodedRendition rendition) =>
        VipsImage.NewFromBuffer(
            rendition.Content.ToArray(), kwargs: rendition.Facts.Format == ImageFormat.Jpeg ? null : new VOption { { "n", -1 } });

    internal static EncodedRendition Of(ConvertedImage converted, RenditionName name) =>
        converted.Renditions.Single(rendition => rendition.Facts.Name == name);

    /// <summary>Fails unless the pixel has this colour, give or take what lossy coding does.</summary>
    internal static void AssertColour(double[] expected, VipsImage image, int x, int y, double tolerance = 14)
    {
        var actual = image.Getpoint(x, y);
        Assert.True(
            expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance),
            $"At {x},{y}: {string.Join(' ', actual)} instead of {string.Join(' ', expected)}.");
    }

    /// <summary>Fails unless the picture is <see cref="Pictures.Quadrants"/>, the right way up.</summary>
    internal static void AssertQuadrants(VipsImage image)
    {
        var (left, right, top, bottom) = (image.Width / 4, image.Width * 3 / 4, image.Height / 4, image.Height * 3 / 4);
        AssertColour(Pictures.Red, image, left, top);
        AssertColour(Pictures.Green, image, right, top);
        AssertColour(Pictures.Blue, image, left, bottom);
        AssertColour(Pictures.White, image, right, bottom);
    }
}
