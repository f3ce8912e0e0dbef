using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NetVips;

namespace Piton.Benchmarks;

/// <summary>What sending a picture costs beside nginx, which does nothing but send files.</summary>
internal sealed partial class RenditionBenchmark : IBenchmark
{
    private const int Rounds = 5;

    // The compiler has done with the code of a request after some thirty thousand of them.
    private const int WarmUp = 2;

    public string Name => "rendition";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        await using var piton = await PitonUnderTest.StartAsync();
        var id = await piton.UploadAsync(PictureOf100Kilobytes());
        var folder = Path.Combine(piton.DataDirectory, "uploads", id[..2], id);
        var bytes = new FileInfo(Path.Combine(folder, "full.webp")).Length;
        await using var nginx = await NginxUnderTest.StartAsync(folder);

        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var our = await CpuMicrosecondsAsync(piton.Id, new Uri(piton.Client.BaseAddress!, $"/uploads/{id}/full"));
            var their = await CpuMicrosecondsAsync(nginx.Id, new Uri(nginx.Address, "/full.webp"));
            if (round >= 0)
            {
                ours.Add(our);
                theirs.Add(their);
            }
        }

        yield return Row.AtMost(
            Row.Text($"a rendition of {bytes / 1000} KB from Kestrel, CPU a request ÷ nginx on the same file"), 2.5, ours.Median() / theirs.Median(), "", Row.Text($" ({ours.Median():0} µs ÷ {theirs.Median():0} µs)"));
    }

    private static async Task<double> CpuMicrosecondsAsync(int id, Uri address)
    {
        var before = ProcessFigures.CpuSeconds(id);
        var start = new ProcessStartInfo("wrk", ["--threads", "1", "--connections", "4", "--duration", "4s", address.ToString()])
        {
            RedirectStandardOutput = true,
        };
        using var load = Process.Start(start)!;
        var report = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        var requests = long.Parse(RequestCount().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
        return (ProcessFigures.CpuSeconds(id) - before) / requests * 1e6;
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex RequestCount();

    // Noise compresses to about the same number of bytes a pixel, so its size is a matter of its width.
    private static byte[] PictureOf100Kilobytes()
    {
        using var noise = Image.Gaussnoise(420, 400, mean: 128, sigma: 45, seed: 1);
        using var bytes = noise.Cast(Enums.BandFormat.Uchar);
        return bytes.PngsaveBuffer();
    }
}
