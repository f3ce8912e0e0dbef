using Piton.Domain.Images;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>The converter against real and hostile files that lie beside the repository.</summary>
public sealed class CorpusTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    private const string Missing = "../shared/corpus is not here.";
    private static readonly string? Corpus = SharedData.Folder("corpus");
    private static readonly string? Photos = SharedData.Folder("photos");

    [SkippableFact]
    public async Task ConvertAsync_WhenCorpusSaysAccept_ShouldConvertAll()
    {
        var files = Files("accept").ToList();
        Assert.True(files.Count > 200);

        var failures = new List<string>();
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var converted = await fixture.TryConvertAsync(bytes);
            if (converted is null || converted.Frames < 2 && IsAnimated(file))
            {
                failures.Add(file);
            }
        }

        Assert.Empty(failures);
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenPicturesAreReal_ShouldStoreNoneLargerThanItsSource()
    {
        Skip.If(Photos is null, "../shared/photos is not here.");
        var files = Files("accept")
            .Where(path => !path.EndsWith(".bmp", StringComparison.Ordinal))
            .Concat(Directory.GetFiles(Photos!, "*.*", SearchOption.AllDirectories).Where(IsPicture))
            .ToList();
        Assert.True(files.Count > 250);

        var larger = new List<string>();
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var converted = await fixture.ConvertAsync(bytes);
            if (converted.Report.SavedBytes < 0)
            {
                larger.Add($"{file}: {bytes.Length} → {converted.Renditions[0].Content.Length}");
            }
        }

        Assert.Empty(larger);
    }

    private static bool IsPicture(string path) => Path.GetExtension(path) is ".png" or ".webp";

    [SkippableFact]
    public async Task ConvertAsync_WhenCorpusSaysReject_ShouldRefuseAll()
    {
        var files = Files("reject").ToList();
        Assert.True(files.Count > 40);

        var accepted = new List<string>();
        foreach (var file in files)
        {
            if (await IsAcceptedAsync(await File.ReadAllBytesAsync(file)))
            {
                accepted.Add(file);
            }
        }

        Assert.Empty(accepted);
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenCorpusSaysNeutralise_ShouldCarryNoPayloadOver()
    {
        var files = Files("neutralise").ToList();
        Assert.NotEmpty(files);

        foreach (var file in files)
        {
            var converted = await fixture.TryConvertAsync(await File.ReadAllBytesAsync(file));
            Assert.All(converted?.Renditions ?? [], rendition => Assert.Equal(-1, rendition.Content.Span.IndexOf("<?php"u8)));
        }
    }

    [SkippableTheory]
    [InlineData("Landscape")]
    [InlineData("Portrait")]
    public async Task ConvertAsync_WhenCameraWasHeldAskew_ShouldMakeThePicturesAlike(string shape)
    {
        Skip.If(Corpus is null, Missing);
        using var reference = await SmallAsync($"{shape}_1.jpg");

        for (var orientation = 0; orientation <= 8; orientation++)
        {
            using var actual = await SmallAsync($"{shape}_{orientation}.jpg");

            Assert.Equal((reference.Width, reference.Height), (actual.Width, actual.Height));
            using var difference = (reference - actual).Abs();
            Assert.True(difference.Avg() < 8, $"{shape}_{orientation} differs by {difference.Avg():F1} from the upright one.");
        }
    }

    /// <summary>All of the folder are, but one that has a single frame.</summary>
    private static bool IsAnimated(string path) =>
        path.Contains("/anim/", StringComparison.Ordinal) && !path.EndsWith("/interlaced.gif", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string expectation)
    {
        Skip.If(Corpus is null, Missing);
        return File.ReadLines(Path.Combine(Corpus, "manifest.tsv"))
            .Select(line => line.Split('\t'))
            .Where(columns => columns[1] == expectation)
            .Select(columns => Path.Combine(Corpus, columns[0]));
    }

    private async Task<bool> IsAcceptedAsync(byte[] bytes)
    {
        var inspected = await fixture.InspectAsync(bytes);
        return inspected.Outcome == InspectOutcome.Readable && await fixture.TryConvertAsync(bytes) is not null;
    }

    private async Task<VipsImage> SmallAsync(string name)
    {
        var converted = await fixture.ConvertAsync(await File.ReadAllBytesAsync(Path.Combine(Corpus!, "orientation", name)));
        return ConverterFixture.Decode(ConverterFixture.Of(converted, RenditionName.W320));
    }
}
