using NetVips;

namespace Piton.Benchmarks;

/// <summary>What sending a picture costs beside nginx, which does nothing but send files.</summary>
internal sealed class RenditionBenchmark : IBenchmark
{
    private const int Connections = 4;
    private const int RequestsEach = 5_000;

    public string Name => "rendition";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        await using var piton = await PitonUnderTest.StartAsync();
        var id = await piton.UploadAsync(PictureOf100Kilobytes());
        var folder = Path.Combine(piton.DataDirectory, "uploads", id[..2], id);
        var bytes = new FileInfo(Path.Combine(folder, "full.webp")).Length;
        await using var nginx = await NginxUnderTest.StartAsync(folder);

        var ours = await CpuMicrosecondsAsync(piton.Id, new Uri(piton.Client.BaseAddress!, $"/uploads/{id}/full"));
        var theirs = await CpuMicrosecondsAsync(nginx.Id, new Uri(nginx.Address, "/full.webp"));
        yield return Row.AtMost(
            Row.Text($"a rendition of {bytes / 1000} KB from Kestrel, CPU a request ÷ nginx on the same file"), 2.5, ours / theirs, "", Row.Text($" ({ours:0} µs ÷ {theirs:0} µs)"));
    }

    private static async Task<double> CpuMicrosecondsAsync(int id, Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        await RequestAsync(client, address, RequestsEach);
        var before = ProcessFigures.CpuSeconds(id);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => RequestAsync(client, address, RequestsEach)));
        return (ProcessFigures.CpuSeconds(id) - before) / (Connections * RequestsEach) * 1e6;
    }

    private static async Task RequestAsync(HttpClient client, Uri address, int count)
    {
        for (var request = 0; request < count; request++)
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            await answer.Content.CopyToAsync(Stream.Null);
        }
    }

    // Noise compresses to about the same number of bytes a pixel, so its size is a matter of its width.
    private static byte[] PictureOf100Kilobytes()
    {
        using var noise = Image.Gaussnoise(420, 400, mean: 128, sigma: 45, seed: 1);
        using var bytes = noise.Cast(Enums.BandFormat.Uchar);
        return bytes.PngsaveBuffer();
    }
}
