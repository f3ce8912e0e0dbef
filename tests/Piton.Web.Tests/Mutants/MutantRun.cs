using System.Collections.Concurrent;
using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Mutants;

/// <summary>Sends mutants to a server, several at a time, and holds each answer to what holds for any file.</summary>
/// <param name="client">A client of the server.</param>
/// <param name="mutator">Makes them.</param>
internal sealed class MutantRun(HttpClient client, Mutator mutator)
{
    // With more the server is gone, and the rest says nothing.
    private const int EnoughFlaws = 20;

    private static readonly string[] Extensions = ["jpg", "png", "gif", "webp", "avif", "bmp"];

    private readonly UploadJudge _judge = new(client);
    private readonly ConcurrentDictionary<string, bool> _accepted = new();
    private readonly ConcurrentBag<string> _flaws = [];
    private int _sent;

    /// <summary>How many were sent so far.</summary>
    public int Sent => _sent;

    /// <summary>The ids of what was accepted.</summary>
    public ICollection<string> Accepted => _accepted.Keys;

    /// <summary>What went wrong, with the number of the mutant.</summary>
    public IReadOnlyList<string> Flaws => [.. _flaws.Order(StringComparer.Ordinal)];

    /// <summary>Sends the mutants of these numbers, or fewer where too much goes wrong.</summary>
    public Task SendAsync(int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count).TakeWhile(_ => _flaws.Count < EnoughFlaws),
        new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount },
        async (number, _) =>
        {
            var mutant = mutator.Make(number);
            await SendAsync($"mutant {number}, {mutant.Recipe}", mutant.Bytes, Extensions[number % Extensions.Length], mutant.IsWholeWithPayload);
        });

    /// <summary>Sends files as they are.</summary>
    public async Task SendAsync(IEnumerable<Original> files)
    {
        foreach (var file in files)
        {
            await SendAsync(file.Name, file.Bytes, "png", mustBeClean: true);
        }
    }

    private async Task SendAsync(string label, byte[] bytes, string extension, bool mustBeClean)
    {
        var judgement = await _judge.SendAsync(new Attempt(label, bytes, $"picture.{extension}", "application/octet-stream"));
        var flaw = judgement.Flaw;
        if (judgement.Image is { } image)
        {
            _accepted[judgement.Id!] = true;
            flaw = await StoredPicture.FlawOfAsync(client, image, mustBeClean ? [Payloads.Mark] : []);
        }

        if (flaw is not null)
        {
            _flaws.Add($"{label}: {flaw}");
        }

        Interlocked.Increment(ref _sent);
    }
}
