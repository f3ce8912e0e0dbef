using System.Collections.Concurrent;
using System.Text.Json;

namespace Piton.Benchmarks;

/// <summary>Whether anything of the shared data is stored in more bytes than it came in.</summary>
internal sealed class LargerBenchmark : IBenchmark
{
    public string Name => "larger";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        var files = Repository.Shared("*");
        if (files.Count == 0)
        {
            yield break;
        }

        await using var piton = await PitonUnderTest.StartAsync();
        var sizes = new ConcurrentDictionary<string, (long Source, long Stored)>();
        await Parallel.ForEachAsync(
            files, new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount }, async (path, cancellationToken) =>
            {
                if (await SizesAsync(piton, path, cancellationToken) is { } stored)
                {
                    sizes[path] = stored;
                }
            });

        var larger = sizes.Where(pair => pair.Value.Stored > pair.Value.Source).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        foreach (var path in larger)
        {
            await Console.Error.WriteLineAsync($"Larger: {path} ({sizes[path].Source} bytes became {sizes[path].Stored})");
        }

        yield return Row.AtMost("pictures stored larger than their source, of all shared files", 0, larger.Count, "", Row.Text($" of {sizes.Count}"));
    }

    /// <returns>Null where Piton does not take the file.</returns>
    private static async Task<(long Source, long Stored)?> SizesAsync(PitonUnderTest piton, string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "picture" } };
        using var answer = await piton.Client.PostAsync("/api/v1/images", form, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        return (bytes.Length, json.RootElement.GetProperty("bytes").GetInt64());
    }
}
