using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Vips;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;

namespace Piton.Infrastructure.Tests.Magick;

public sealed class BitmapTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    public static TheoryData<BitmapKind> Kinds() => [.. Enum.GetValues<BitmapKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ConvertAsync_WhenBmpIsOfACommonKind_ShouldKeepThePicture(BitmapKind kind)
    {
        var source = BitmapFile.Create(kind, 614, 302);

        var inspected = await fixture.InspectAsync(source);
        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        Assert.Equal(new ImageHeader(ImageFormat.Bmp, 614, 302, 1), inspected.Header);
        Assert.Equal((614, 302), (full.Width, full.Height));
        if (kind is BitmapKind.Core1 or BitmapKind.Indexed1)
        {
            AssertColour(Pictures.Red, full, 500, 50);
            AssertColour(Pictures.Blue, full, 50, 250);
        }
        else if (kind == BitmapKind.V4WithAlpha)
        {
            AssertColour([.. Pictures.Red, 255], full, 150, 75);
            AssertColour([.. Pictures.Blue, 255], full, 150, 225);
            Assert.Equal((0, 0), (full.Getpoint(450, 75)[3], full.Getpoint(450, 225)[3]));
        }
        else
        {
            AssertQuadrants(full);
        }
    }

    [Fact]
    public async Task ConvertAsync_WhenBmpHasAProfile_ShouldShowTheSameColourInSrgb()
    {
        using var expected = Pictures.Flat(8, 8, Pictures.Green).Tagged(IccProfile.AdobeRgb).IccTransform("srgb", embedded: true);

        using var full = Decode((await fixture.ConvertAsync(BitmapFile.Create(BitmapKind.V5, 400, 200, IccProfile.AdobeRgb))).Renditions[0]);

        Assert.True(expected.Getpoint(0, 0)[0] < Pictures.Green[0] - 10, "The profile must matter.");
        AssertColour(expected.Getpoint(0, 0), full, 300, 50, tolerance: 4);
    }

    [Theory]
    [InlineData(16_384, 1, LimitKind.Side)]
    [InlineData(int.MaxValue, int.MaxValue, LimitKind.Side)]
    [InlineData(16_383, 16_383, LimitKind.Pixels)]
    public async Task InspectAsync_WhenBmpClaimsToBeHuge_ShouldReadItsSizeAndNothingMore(int width, int height, LimitKind broken)
    {
        var source = BitmapFile.Create(BitmapKind.Rgb24, 4, 4);
        BitConverter.TryWriteBytes(source.AsSpan(18), width);
        BitConverter.TryWriteBytes(source.AsSpan(22), height);

        var (inspected, allocated) = await fixture.InspectAndCountAsync(source);

        Assert.Equal(new ImageHeader(ImageFormat.Bmp, width, height, 1), inspected.Header);
        Assert.Equal(broken, new ImageLimits().Check(inspected.Header!)!.Kind);
        Assert.InRange(allocated, 1, 10_000_000);
    }
}
