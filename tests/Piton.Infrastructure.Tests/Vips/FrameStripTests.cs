using Piton.Infrastructure.Vips;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class FrameStripTests
{
    [Fact]
    public void Map_WhenFramesAreResized_ShouldNotLetOneBleedIntoTheNext()
    {
        var frames = new[] { Pictures.Flat(800, 404, Pictures.Red), Pictures.Flat(800, 404, Pictures.Green) };
        using var strip = new FrameStrip(Pictures.Animation(frames, [50, 50], 0));

        using var small = strip.Map(frame => Resizer.Resize(frame, 320, 162));

        Assert.Equal((320, 324), (small.Width, small.Height));
        Assert.Equal(162, (int)small.Get("page-height"));
        Assert.Equal(Pictures.Red, small.Getpoint(5, 161));
        Assert.Equal(Pictures.Green, small.Getpoint(5, 162));

        // Resized as one strip, the two rows at the seam are another colour: the test can fail.
        using var asOne = Resizer.Resize(strip.Pixels, 320, 324);
        Assert.NotEqual(Pictures.Red, asOne.Getpoint(5, 161));
    }

    [Fact]
    public void Count_WhenPageHeightDoesNotDivideTheHeight_ShouldTakeItForAStill()
    {
        using var strip = new FrameStrip(Pictures.Animation([Pictures.Flat(10, 7, 1, 2, 3)], [50], 0)
            .Mutate(image => image.Set(NetVips.GValue.GIntType, "page-height", 5)));

        Assert.Equal((1, 7), (strip.Count, strip.Height));
    }
}
