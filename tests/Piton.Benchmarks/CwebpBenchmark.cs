using System.Diagnostics;
using Piton.Domain.Images;
using Piton.Infrastructure.Vips;
using Piton.Infrastructure.Vips.Encoding;

namespace Piton.Benchmarks;

/// <summary>What the rendition at full size costs and weighs beside the encoder's own program, for photographs without loss.</summary>
internal sealed class CwebpBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int MostPictures = 12;

    public string Name => "cwebp";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        VipsRuntime.Start();
        var photographs = await PhotographsAsync();
        var (ourBytes, theirBytes) = Weigh(photographs);
        var (ours, theirs) = (0d, 0d);
        foreach (var picture in photographs)
        {
            var (our, their) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                our.Add(MakeFull(picture).Cpu);
                their.Add(Cwebp(picture).Cpu);
            }

            ours += our.Median();
            theirs += their.Median();
        }

        yield return Row.AtMost(
            "full alone, PNG photographs: CPU ÷ cwebp -q 85 -m 4", 1.05, ours / theirs, "", Row.Text($" ({ours:0.00} s ÷ {theirs:0.00} s)"));
        yield return Row.AtMost(
            "its bytes ÷ cwebp's", 1.01, (double)ourBytes / theirBytes, "", Row.Text($" ({ourBytes / 1000:N0} KB ÷ {theirBytes / 1000:N0} KB)"));
    }

    private static async Task<IReadOnlyList<byte[]>> PhotographsAsync()
    {
        var shared = Repository.Shared("*.png", "photos", "clic").Concat(Repository.Shared("*.png", "photos", "kodak")).ToList();
        if (shared.Count == 0)
        {
            return [Pictures.Synthetic(2048, 1365)];
        }

        // Evenly over both sets.
        var chosen = shared.Where((_, index) => index * MostPictures / shared.Count != (index - 1) * MostPictures / shared.Count || index == 0);
        return await Task.WhenAll(chosen.Select(path => File.ReadAllBytesAsync(path)));
    }

    /// <summary>The bytes of both. Ours is made several times, so that its code is compiled for good before it is measured.</summary>
    private static (long Ours, long Theirs) Weigh(IReadOnlyList<byte[]> photographs)
    {
        var ours = Enumerable.Range(0, Rounds).Select(_ => photographs.Sum(picture => MakeFull(picture).Bytes)).Last();
        return (ours, photographs.Sum(picture => Cwebp(picture).Bytes));
    }

    private static (double Cpu, long Bytes) MakeFull(byte[] png)
    {
        var before = ProcessorTime.OfThisProcess();
        using var stream = new MemoryStream(png);
        using var decoded = PixelDecoder.Decode(stream, ImageFormat.Png, CancellationToken.None)!;
        var full = new FullPictureMaker(new SourceFile(stream, ImageFormat.Png), decoded, GraphicTest.IsGraphic(decoded)).Make(CancellationToken.None)!;
        return (ProcessorTime.OfThisProcess() - before, full.Content.Length);
    }

    private static (double Cpu, long Bytes) Cwebp(byte[] png)
    {
        var output = Path.GetTempFileName();
        var before = ProcessorTime.OfEndedChildren();
        var start = new ProcessStartInfo("cwebp", ["-quiet", "-q", "85", "-m", "4", "-o", output, "--", "-"])
        {
            RedirectStandardInput = true,
        };
        using (var process = Process.Start(start)!)
        {
            process.StandardInput.BaseStream.Write(png);
            process.StandardInput.Close();
            process.WaitForExit();
        }

        var (cpu, bytes) = (ProcessorTime.OfEndedChildren() - before, new FileInfo(output).Length);
        File.Delete(output);
        return (cpu, bytes);
    }
}
