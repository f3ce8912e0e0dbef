using Piton.Infrastructure.Vips;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class ThumbHashTests
{
    // Made with the reference encoder, npm thumbhash 0.1.1, of the formulas below.
    private const string Ramp = "XuYJfZaHh4iAiIiIiHiIiICFGPiH";
    private const string Tall = "mycKIxhwcXd3dnd3oJEK53c=";
    private const string Veil = "YQiGFQwXoIewiIp3iKCwCvlocHeAeId4dw==";
    private const string Square = "FggKLxRwd3dwiIiHiHd4eHiHBwd3cH8I";
    private const string Wide = "lwiFOYoph4dgeHeInwiFiI94iId4iHg=";

    [Theory]
    [InlineData(nameof(Ramp), Ramp, 100, 75)]
    [InlineData(nameof(Tall), Tall, 40, 100)]
    [InlineData(nameof(Veil), Veil, 60, 60)]
    [InlineData(nameof(Square), Square, 7, 7)]
    [InlineData(nameof(Wide), Wide, 100, 3)]
    public void Encode_WhenReferenceKnowsThePicture_ShouldAgreeWithIt(string picture, string expected, int width, int height)
    {
        var actual = ThumbHash.Encode(width, height, Paint(picture, width, height));

        var reference = Convert.FromBase64String(expected);
        Assert.Equal(reference.Length, actual.Length);
        Assert.Equal(reference[..5], actual[..5]);

        // A term of nothing lies on the edge between two steps, and the order of additions decides which way it falls.
        Assert.All(Nibbles(reference).Zip(Nibbles(actual)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));
    }

    [Fact]
    public void Encode_WhenPictureIsFlat_ShouldDecodeToItsColour()
    {
        byte[] pixel = [200, 120, 40, 255];

        var hash = ThumbHash.Encode(50, 20, [.. Enumerable.Repeat(pixel, 1000).SelectMany(bytes => bytes)]);

        var (red, green, blue, alpha) = Average(hash);
        Assert.InRange(red, 0.74, 0.83);
        Assert.InRange(green, 0.43, 0.51);
        Assert.InRange(blue, 0.11, 0.20);
        Assert.Equal(1, alpha);
    }

    [Fact]
    public void Encode_WhenPictureIsInvisible_ShouldSaySo()
    {
        var hash = ThumbHash.Encode(10, 10, new byte[400]);

        Assert.Equal(0, Average(hash).Alpha);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(1, 100)]
    [InlineData(100, 100)]
    public void Encode_WhenPictureHasAnyShape_ShouldFitTheFormat(int width, int height)
    {
        foreach (byte alpha in new byte[] { 255, 128 })
        {
            var pixels = new byte[width * height * 4];
            new Random(1).NextBytes(pixels);
            pixels[3] = alpha;

            Assert.InRange(ThumbHash.Encode(width, height, pixels).Length, 5, 25);
        }
    }

    [Fact]
    public void Encode_WhenPictureIsTooLarge_ShouldThrow() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ThumbHash.Encode(101, 1, new byte[404]));

    private static byte[] Paint(string picture, int width, int height)
    {
        var pixels = new byte[width * height * 4];
        for (var index = 0; index < width * height; index++)
        {
            var (x, y) = (index % width, index / width);
            int[] pixel = picture switch
            {
                nameof(Ramp) => [x * 2, y * 3, 255 - x * 2, 255],
                nameof(Tall) => [x * 6, y * 2, x * y, 255],
                nameof(Veil) => [x * 4, y * 4, 128, (x + y) * 2],
                nameof(Square) => [x * 30, y * 30, 90, 255],
                _ => [x, 200 - x, y * 80, 255 - x * 2],
            };
            for (var channel = 0; channel < 4; channel++)
            {
                pixels[index * 4 + channel] = (byte)pixel[channel];
            }
        }

        return pixels;
    }

    private static IEnumerable<int> Nibbles(byte[] hash) => hash.Skip(5).SelectMany(pair => new[] { pair & 15, pair >> 4 });

    /// <summary>The average colour, as the format defines how to read it.</summary>
    private static (double Red, double Green, double Blue, double Alpha) Average(byte[] hash)
    {
        var head = hash[0] | hash[1] << 8 | hash[2] << 16;
        var luminance = (head & 63) / 63.0;
        var yellowBlue = (head >> 6 & 63) / 31.5 - 1;
        var redGreen = (head >> 12 & 63) / 31.5 - 1;
        var blue = luminance - 2.0 / 3 * yellowBlue;
        var red = (3 * luminance - blue + redGreen) / 2;
        return (red, red - redGreen, blue, head >> 23 == 0 ? 1 : (hash[5] & 15) / 15.0);
    }
}
