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
        double ours = 0, theirs = 0;
        long ourBytes = 0, theirBytes = 0;
        foreach (var picture in await PhotographsAsync())
        {
            var (our, their) = (new List<double>(), new List<double>());
            var output = Path.GetTempFileName();
            for (var round = -1; round < Rounds; round++)
            {
                var (ourCpu, content) = MakeFull(picture);
                var theirCpu = Cwebp(picture, output);
                if (round >= 0)
                {
                    our.Add(ourCpu);
                    their.Add(theirCpu);
                    continue;
                }

                ourBytes += content.Length;
                theirBytes += new FileInfo(output).Length;
            }

            ours += our.Median();
            theirs += their.Median();
            File.Delete(output);
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

    private static (double Cpu, byte[] Content) MakeFull(byte[] png)
    {
        var before = ProcessorTime.OfThisProcess();
        using var stream = new MemoryStream(png);
        using var decoded = PixelDecoder.Decode(stream, ImageFormat.Png, CancellationToken.None)!;
        var full = new FullPictureMaker(new SourceFile(stream, ImageFormat.Png), decoded, GraphicTest.IsGraphic(decoded)).Make(CancellationToken.None);
        return (ProcessorTime.OfThisProcess() - before, full.Content);
    }

    private static double Cwebp(byte[] png, string output)
    {
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

        return ProcessorTime.OfEndedChildren() - before;
    }
}
