namespace Piton.Benchmarks;

/// <summary>What an upload costs beyond what libvips itself needs.</summary>
internal sealed class UploadBenchmark : IBenchmark
{
    private const int Rounds = 7;

    public string Name => "upload";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        var jpeg = Pictures.Photograph(4000, 3000);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, jpeg);

        var whole = await WholeUploadAsync(jpeg);
        var same = BareLibvips.CpuSeconds(path, Rounds, all: true);
        var bare = BareLibvips.CpuSeconds(path, Rounds, all: false);
        File.Delete(path);
        File.Delete(path + ".out");

        yield return Row.AtMost(
            "CPU of a whole upload, 12 MP JPEG ÷ libvips alone making the same files", 1.10, whole / same, "", Row.Text($" ({whole:0.000} s ÷ {same:0.000} s)"));
        yield return Row.AtMost(
            "CPU of all that ÷ one bare decode and WebP save of the same picture", 1.40, whole / bare, "", Row.Text($" ({whole:0.000} s ÷ {bare:0.000} s)"));
    }

    private static async Task<double> WholeUploadAsync(byte[] jpeg)
    {
        await using var piton = await PitonUnderTest.StartAsync();
        await piton.WarmUpAsync();
        var seconds = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var before = ProcessFigures.CpuSeconds(piton.Id);
            await piton.UploadAsync(Pictures.Another(jpeg));
            seconds.Add(ProcessFigures.CpuSeconds(piton.Id) - before);
        }

        return seconds.Skip(2).Median();
    }
}
