using System.Globalization;
using System.Text.Json;
using NetVips;

namespace Piton.Benchmarks;

/// <summary>How many bytes screenshots take, beside the policy that looks at the mode and not at the pixels.</summary>
internal sealed class GraphicsBenchmark : IBenchmark
{
    public string Name => "graphics";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        await using var piton = await PitonUnderTest.StartAsync();
        long stored = 0, byMode = 0;
        foreach (var picture in Draw())
        {
            var id = await piton.UploadAsync(picture.PngsaveBuffer());
            using var image = JsonDocument.Parse(await piton.Client.GetStringAsync($"/api/v1/images/{id}"));
            stored += image.RootElement.GetProperty("bytes").GetInt64();
            byMode += ByMode(picture).Length;
            picture.Dispose();
        }

        yield return Row.AtMost(
            "bytes of twelve screenshots ÷ “lossless if alpha, else quality 85”", 0.40, (double)stored / byMode, "", string.Create(
                CultureInfo.InvariantCulture, $" ({stored / 1000.0:N0} KB ÷ {byMode / 1000.0:N0} KB)"));
    }

    private static IEnumerable<Image> Draw()
    {
        foreach (var (index, (width, height)) in new[] { (1280, 800), (1440, 900), (1920, 1080) }.Index())
        {
            var shot = new Screenshot(width, height, IsDark: index == 1, Seed: index);
            yield return shot.Document();
            yield return shot.Code();
            yield return shot.Table();
            yield return shot.Diagram();
        }
    }

    // Pillow's default effort is 4 as well.
    private static byte[] ByMode(Image picture) =>
        picture.WebpsaveBuffer(q: 85, effort: 4, lossless: picture.HasAlpha(), keep: Enums.ForeignKeep.None);
}
