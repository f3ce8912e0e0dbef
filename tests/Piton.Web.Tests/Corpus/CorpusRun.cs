using System.Collections.Concurrent;
using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Corpus;

/// <summary>Sends files of the corpus to a server, several at a time, and compares what becomes of them with what the manifest says.</summary>
internal sealed class CorpusRun(HttpClient client, CorpusNaming naming)
{
    private static readonly byte[][] Payloads = [[.. "<?php"u8], [.. "phpinfo"u8], [.. "<script"u8]];

    private readonly UploadJudge _judge = new(client);
    private readonly ConcurrentDictionary<string, string> _accepted = new();
    private readonly ConcurrentBag<string> _flaws = [];

    /// <summary>The ids of what was accepted.</summary>
    public ICollection<string> Accepted => _accepted.Values;

    /// <summary>All that differs from the manifest.</summary>
    public IReadOnlyList<string> Flaws => [.. _flaws.Order(StringComparer.Ordinal)];

    public async Task SendAllAsync(IEnumerable<CorpusRow> rows)
    {
        // The largest first: one of them at the end would keep all but one core idle.
        var ordered = rows.Select(row => (Row: row, Attempt: row.ToAttempt(naming))).OrderByDescending(pair => pair.Attempt.Bytes.Length);
        await Parallel.ForEachAsync(ordered, new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount }, async (pair, _) =>
        {
            if (await FlawOfAsync(pair.Row, pair.Attempt) is { } flaw)
            {
                _flaws.Add($"{pair.Row.Path}, {pair.Row.Expectation}: {flaw}");
            }
        });
    }

    /// <summary>The smallest rendition of a file that was accepted.</summary>
    public async Task<byte[]> SmallestAsync(CorpusRow row) => await client.GetByteArrayAsync($"/uploads/{_accepted[row.Path]}/w320");

    private async Task<string?> FlawOfAsync(CorpusRow row, Attempt attempt)
    {
        var judgement = await _judge.SendAsync(attempt);
        if (judgement.Id is { } id)
        {
            _accepted[row.Path] = id;
        }

        return judgement.Flaw ?? row.Expectation switch
        {
            CorpusExpectation.Accept when judgement.Image is null => judgement.ToString(),
            CorpusExpectation.Accept => FlawOfPicture(judgement, attempt) ?? await FlawOfOutputsAsync(judgement),
            CorpusExpectation.Reject => judgement.IsRefused ? null : judgement.ToString(),
            CorpusExpectation.Neutralise => await FlawOfOutputsAsync(judgement),
            CorpusExpectation.Survive => null,
        };
    }

    private static string? FlawOfPicture(Judgement judgement, Attempt attempt)
    {
        var image = judgement.Image!.Value;
        var actual = new SourcePicture(Number("width"), Number("height"), Number("frames"));
        var expected = SourcePicture.Read(attempt.Bytes);
        return actual == expected ? null : $"It became {actual} and not {expected}.";

        int Number(string property) => image.GetProperty(property).GetInt32();
    }

    private async Task<string?> FlawOfOutputsAsync(Judgement judgement) =>
        judgement.Image is { } image ? await StoredPicture.FlawOfAsync(client, image, Payloads) : null;
}
