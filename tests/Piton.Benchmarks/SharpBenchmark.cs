namespace Piton.Benchmarks;

/// <summary>What a conversion costs beside sharp, which makes the same renditions by the same library.</summary>
internal sealed class SharpBenchmark : IBenchmark
{
    private const int WarmUps = 2;

    public string Name => "sharp";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        yield return await CompareAsync("12 MP", Pictures.Photograph(4000, 3000), rounds: 7);
        yield return await CompareAsync("0.6 MP", Pictures.Photograph(900, 667), rounds: 25);
    }

    private static async Task<Row> CompareAsync(string size, byte[] picture, int rounds)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, picture);
        using var sharp = SharpUnderTest.Start(path);
        await using var piton = await PitonUnderTest.StartAsync();
        await piton.WarmUpAsync();
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var before = ProcessFigures.CpuSeconds(piton.Id);
            await piton.UploadAsync(Pictures.Another(picture));
            var our = ProcessFigures.CpuSeconds(piton.Id) - before;
            var their = await sharp.MakeAsync();
            if (round >= 0)
            {
                ours.Add(our);
                theirs.Add(their);
            }
        }

        File.Delete(path);
        return Row.AtMost(
            $"CPU of a whole upload, {size} JPEG ÷ sharp making the same renditions",
            1.05,
            ours.Median() / theirs.Median(),
            "",
            Row.Text($" ({ours.Median() * 1000:0} ms ÷ {theirs.Median() * 1000:0} ms)"));
    }
}
