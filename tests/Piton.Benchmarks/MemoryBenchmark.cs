namespace Piton.Benchmarks;

/// <summary>How much memory large uploads take.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    public string Name => "memory";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        var jpeg = Pictures.Photograph(6000, 4000);
        await using var piton = await PitonUnderTest.StartAsync();
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(piton.UploadAsync(Pictures.Another(jpeg)), piton.UploadAsync(Pictures.Another(jpeg)));
        }

        yield return Row.AtMost("peak memory of the server, two 24 MP uploads at once", 600, ProcessFigures.PeakMegabytes(piton.Id), " MB");
        yield return new Row(
            "the same with the peaks of all its workers, shared pages counted for each", "report", Row.Text($"{ProcessFigures.PeakMegabytesWithChildren(piton.Id):0} MB"), null);
    }
}
