using NetVips;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class VipsConverterAnimationTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    private static readonly int[] Delays = [80, 120, 250];
    private static readonly double[][] Colours = [Pictures.Red, Pictures.Green, Pictures.Blue];

    [Theory]
    [InlineData("gif", ImageFormat.Gif)]
    [InlineData("webp", ImageFormat.WebP)]
    public async Task InspectAsync_WhenPictureIsAnimated_ShouldGiveTheSizeOfOneFrame(string encoding, ImageFormat format)
    {
        var inspected = await fixture.InspectAsync(ThreeColours(loop: 0).Encode(encoding));

        Assert.Equal(new ImageHeader(format, 400, 202, 3), inspected.Header);
    }

    [Theory]
    [InlineData("gif", 0)]
    [InlineData("gif", 3)]
    [InlineData("webp", 0)]
    [InlineData("webp", 3)]
    public async Task ConvertAsync_WhenPictureIsAnimated_ShouldKeepFramesDelaysAndLoops(string encoding, int loop)
    {
        var converted = await fixture.ConvertAsync(ThreeColours(loop).Encode(encoding));

        Assert.Equal(3, converted.Frames);
        Assert.Equal([400, 202, 320, 162], converted.Renditions.SelectMany(r => new[] { r.Facts.Width, r.Facts.Height }));
        Assert.All(converted.Renditions, rendition =>
        {
            using var decoded = Decode(rendition);
            Assert.Equal(rendition.Facts.Height, (int)decoded.Get("page-height"));
            Assert.Equal(rendition.Facts.Height * 3, decoded.Height);
            Assert.Equal(Delays, (int[])decoded.Get("delay"));
            Assert.Equal(loop, (int)decoded.Get("loop"));
            Assert.Equal(["VP8X", "ANIM", "ANMF", "ANMF", "ANMF"], WebpChunks.Names(rendition.Content.Span));
        });
    }

    [Fact]
    public async Task ConvertAsync_WhenFramesDiffer_ShouldKeepEachToItsOwnColour()
    {
        var converted = await fixture.ConvertAsync(ThreeColours(loop: 0).Encode("gif"));

        Assert.All(converted.Renditions, rendition =>
        {
            using var decoded = Decode(rendition);
            for (var frame = 0; frame < Colours.Length; frame++)
            {
                AssertColour(Colours[frame], decoded, 5, frame * rendition.Facts.Height);
                AssertColour(Colours[frame], decoded, 5, (frame + 1) * rendition.Facts.Height - 1);
            }
        });
    }

    [Fact]
    public async Task ConvertAsync_WhenAnimationIsTransparent_ShouldKeepAlphaInEveryFrame()
    {
        var frames = Colours.Select(colour => Pictures.Flat(200, 200, [.. colour, 255])
            .Join(Pictures.Flat(200, 200, 0, 0, 0, 0), Enums.Direction.Horizontal)).ToArray();

        var converted = await fixture.ConvertAsync(Pictures.Animation(frames, Delays, 0).Encode("gif"));

        using var small = Decode(Of(converted, RenditionName.W320));
        for (var frame = 0; frame < Colours.Length; frame++)
        {
            AssertColour([.. Colours[frame], 255], small, 20, frame * 160 + 80);
            Assert.Equal(0, small.Getpoint(300, frame * 160 + 80)[3]);
        }
    }

    [Fact]
    public async Task ConvertAsync_WhenPictureIsAnimated_ShouldMakeThePlaceholderOfItsFirstFrame()
    {
        var converted = await fixture.ConvertAsync(ThreeColours(loop: 0).Encode("webp"));

        var still = await fixture.ConvertAsync(Pictures.Flat(400, 202, Pictures.Red).Encode("webp"));
        Assert.Equal(still.Placeholder.Color, converted.Placeholder.Color);
    }

    private static VipsImage ThreeColours(int loop) =>
        Pictures.Animation([.. Colours.Select(colour => Pictures.Flat(400, 202, colour))], Delays, loop);
}
