using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class VipsConverterConcurrencyTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [Fact]
    public async Task ConvertAsync_WhenManyRunAtOnce_ShouldMakeTheSameFilesAsOneByOne()
    {
        byte[][] sources =
        [
            Pictures.Noise(500, 300, seed: 1).Encode("jpeg"),
            Pictures.Quadrants(700, 300).Encode("png"),
            Pictures.Animation([Pictures.Noise(90, 60, seed: 2), Pictures.Noise(90, 60, seed: 3)], [50, 60], 0).Encode("gif"),
            Pictures.Noise(400, 400, seed: 4).Encode("webp"),
        ];
        var oneByOne = new List<ConvertedImage>();
        foreach (var source in sources)
        {
            oneByOne.Add(await fixture.ConvertAsync(source));
        }

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 16).Select(index => fixture.ConvertAsync(sources[index % sources.Length])));

        for (var index = 0; index < atOnce.Length; index++)
        {
            var expected = oneByOne[index % sources.Length];
            Assert.Equal(expected.Renditions.Select(r => r.Facts), atOnce[index].Renditions.Select(r => r.Facts));
            Assert.Equal(expected.Placeholder, atOnce[index].Placeholder);
        }
    }

    [Fact]
    public async Task ConvertAsync_WhenAlreadyCancelled_ShouldNotStart()
    {
        var source = new FailingStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ConverterFixture.ConvertAsync(source, new ImageHeader(ImageFormat.Jpeg, 9, 9, 1), new CancellationToken(true)));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task ConvertAsync_WhenCancelledWhileReading_ShouldEndAsCancelled(string encoding)
    {
        using var cancellation = new CancellationTokenSource();
        var bytes = Pictures.Noise(900, 900, seed: 1).Encode(encoding);
        var header = (await fixture.InspectAsync(bytes)).Header!;
        using var source = new CancellingStream(bytes, cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConverterFixture.ConvertAsync(source, header, cancellation.Token));
    }

    [Fact]
    public void Evaluate_WhenCancelledInTheMidstOfDecoding_ShouldEndAsCancelled()
    {
        using var lazy = VipsImage.NewFromBuffer(Pictures.Noise(900, 900, seed: 1).Encode("jpeg"), access: Enums.Access.Sequential);

        AssertEndsWhenCancelledMidway(lazy, image => image.CopyMemory());
    }

    [Fact]
    public void Evaluate_WhenCancelledInTheMidstOfEncoding_ShouldEndAsCancelled()
    {
        using var pixels = Pictures.Noise(900, 900, seed: 1).CopyMemory();
        using var copy = pixels.Copy();

        AssertEndsWhenCancelledMidway(copy, image => image.WebpsaveBuffer(q: 85, effort: 4));
    }

    private static void AssertEndsWhenCancelledMidway<T>(VipsImage image, Func<VipsImage, T> compute)
    {
        using var cancellation = new CancellationTokenSource();
        var finished = false;
        image.SetProgress(true);
        image.SignalConnect(Enums.Signals.Eval, (_, _) => cancellation.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => image.Evaluate(
            running =>
            {
                var result = compute(running);
                finished = true;
                return result;
            },
            cancellation.Token));
        Assert.True(cancellation.IsCancellationRequested);
        Assert.False(finished);
    }
}
