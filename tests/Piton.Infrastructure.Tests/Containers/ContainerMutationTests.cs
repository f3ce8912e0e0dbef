using NetVips;
using Piton.Infrastructure.Containers;
using Piton.Infrastructure.Tests.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Containers;

/// <summary>Damaged and spliced files: each is refused, or copied so that it shows what it showed.</summary>
public sealed class ContainerMutationTests
{
    private const int Mutants = 3000;

    private static readonly VipsImage Picture = Pictures.Noise(40, 30, seed: 1);
    private static readonly VipsImage Motion = Pictures.Animation([Picture, Pictures.Quadrants(40, 30), Picture.FlipHor()], [50, 60, 70], 0);

    public static TheoryData<string> Kinds => ["jpeg", "progressive", "webp", "alpha", "lossless", "animation", "gif"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WithoutMetadata_WhenFileIsMutated_ShouldRefuseOrShowTheSame(string kind)
    {
        var (file, copy) = Make(kind);
        var random = new Random(20260301);
        var (refused, copied) = (0, 0);
        for (var index = 0; index < Mutants; index++)
        {
            var mutant = Mutate(file, random);
            var result = copy(mutant);
            if (result is null)
            {
                refused++;
                continue;
            }

            copied++;
            Assert.True(result.Length <= mutant.Length + 8, "A copy only leaves out.");
            Assert.Equal(result, copy(result));
            if (index % 10 == 0)
            {
                AssertShowsTheSame(mutant, result);
            }
        }

        Assert.True(refused > 0 && copied > 0, $"{refused} refused, {copied} copied: the mutants must be of both kinds.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WithoutMetadata_WhenBytesAreRandom_ShouldRefuseQuietly(string kind)
    {
        var (file, copy) = Make(kind);
        var random = new Random(7);
        for (var index = 0; index < Mutants; index++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);

            _ = copy(noise);
            _ = copy([.. file[..Math.Min(file.Length, random.Next(40))], .. noise]);
        }
    }

    private static (byte[] File, Func<byte[], byte[]?> Copy) Make(string kind) => kind switch
    {
        "jpeg" => (TestJpeg.Stuffed(Picture.JpegsaveBuffer(q: 60)), file => JpegSegments.WithoutMetadata(file)),
        "progressive" => (TestJpeg.Stuffed(Picture.JpegsaveBuffer(q: 60, interlace: true)), file => JpegSegments.WithoutMetadata(file)),
        "webp" => (Picture.WebpsaveBuffer(q: 60, profile: "srgb"), file => WebPChunks.WithoutMetadata(file)),
        "alpha" => (Picture.Bandjoin(90).WebpsaveBuffer(q: 60), file => WebPChunks.WithoutMetadata(file)),
        "lossless" => (Picture.WebpsaveBuffer(lossless: true), file => WebPChunks.WithoutMetadata(file)),
        "animation" => (Motion.WebpsaveBuffer(q: 60), file => WebPChunks.WithoutMetadata(file)),
        "gif" => (Motion.GifsaveBuffer(), file => GifBlocks.WithoutMetadata(file)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Flips bits, cuts, doubles and inserts, mostly near the front, where the structure is.</summary>
    private static byte[] Mutate(byte[] file, Random random)
    {
        var mutant = file.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(random.Next(2) == 0 ? mutant.Count : Math.Min(mutant.Count, 120));
            var length = Math.Min(random.Next(1, 30), mutant.Count - at);
            switch (random.Next(5))
            {
                case 0: mutant[at] = (byte)random.Next(256); break;
                case 1: mutant[at] ^= (byte)(1 << random.Next(8)); break;
                case 2 when mutant.Count > length + 20: mutant.RemoveRange(at, length); break;
                case 3: mutant.InsertRange(at, mutant.GetRange(at, length)); break;
                default: mutant.InsertRange(at, "<?php payload"u8.ToArray()); break;
            }
        }

        return [.. mutant];
    }

    /// <summary>What could be decoded is decoded to the same; what could not may show anything, as it is refused before.</summary>
    private static void AssertShowsTheSame(byte[] mutant, byte[] result)
    {
        using var expected = Decode(mutant);
        if (expected is null)
        {
            return;
        }

        using var actual = Decode(result);
        Assert.NotNull(actual);
        VipsConverterGraphicsTests.AssertSame(expected, actual);
    }

    private static VipsImage? Decode(byte[] file)
    {
        try
        {
            var isAnimated = file.AsSpan().StartsWith("GIF"u8) || file.AsSpan().StartsWith("RIFF"u8);
            using var image = VipsImage.NewFromBuffer(file, failOn: Enums.FailOn.Warning, kwargs: isAnimated ? new VOption { { "n", -1 } } : null);
            return image.CopyMemory();
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
