namespace Piton.Benchmarks;

/// <summary>What a conversion costs, alone and with the whole upload around it, beside sharp, which makes the same renditions by the same library.</summary>
internal sealed class SharpBenchmark : IBenchmark
{
    // The runtime compiles a method for good once it has run thirty times.
    private const int WarmUps = 40;

    public string Name => "sharp";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        foreach (var (size, picture, rounds) in new[] { ("12 MP", Pictures.Photograph(4000, 3000), 7), ("0.6 MP", Pictures.Photograph(900, 667), 25) })
        {
            var (conversion, sharp) = await ConversionAsync(picture, rounds);
            yield return Row.AtMost(
                $"CPU of a conversion through the worker, {size} JPEG ÷ sharp making the same renditions", 1.05, conversion / sharp, "", Milliseconds(conversion, sharp));
            var (upload, again) = await UploadAsync(picture, rounds);
            yield return Row.AtMost($"CPU of a whole upload, {size} JPEG ÷ the same", 1.05, upload / again, "", Milliseconds(upload, again));
        }
    }

    private static string Milliseconds(double ours, double theirs) => Row.Text($" ({ours * 1000:0} ms ÷ {theirs * 1000:0} ms)");

    private static async Task<(double Ours, double Theirs)> ConversionAsync(byte[] picture, int rounds)
    {
        await using var worker = await WorkerUnderTest.StartAsync();
        var small = Pictures.Photograph(400, 300);
        for (var round = 0; round < WarmUps; round++)
        {
            await worker.ConvertAsync(small);
        }

        return await MediansAsync(picture, rounds, () => worker.CpuOfConversionAsync(picture));
    }

    // Apart from the conversions: what a server still does after its answer would be counted with them.
    private static async Task<(double Ours, double Theirs)> UploadAsync(byte[] picture, int rounds)
    {
        await using var piton = await PitonUnderTest.StartAsync();
        await piton.WarmUpAsync();
        return await MediansAsync(picture, rounds, async () =>
        {
            var before = ProcessFigures.CpuSeconds(piton.Id);
            await piton.UploadAsync(Pictures.Another(picture));
            return ProcessFigures.CpuSeconds(piton.Id) - before;
        });
    }

    /// <summary>Ours and sharp's in turn, each once before it is measured.</summary>
    private static async Task<(double Ours, double Theirs)> MediansAsync(byte[] picture, int rounds, Func<Task<double>> measureOurs)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, picture);
        using var sharp = SharpUnderTest.Start(path);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var our = await measureOurs();
            var their = await sharp.MakeAsync();
            if (round >= 0)
            {
                ours.Add(our);
                theirs.Add(their);
            }
        }

        File.Delete(path);
        return (ours.Median(), theirs.Median());
    }
}
