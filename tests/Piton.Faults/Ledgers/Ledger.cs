using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Piton.Faults.Ledgers;

/// <summary>What those who send requests know of the library: what was acknowledged, and what may have been done or not.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, KnownPicture> _pictures;
    private int _acknowledged;

    public Ledger()
        : this([])
    {
    }

    private Ledger(IEnumerable<KeyValuePair<string, KnownPicture>> pictures) => _pictures = new(pictures);

    public ICollection<KnownPicture> Pictures => _pictures.Values;

    /// <summary>How many requests were.</summary>
    public int Acknowledged => _acknowledged;

    public void Clear() => _pictures.Clear();

    public Ledger Copy() => new(_pictures);

    /// <summary>The pictures that are surely there, by how long they have been.</summary>
    public IReadOnlyList<KnownPicture> In(Place place) => [.. Pictures.Where(picture => picture.IsCertain && picture.Possible.Single().Place == place).OrderBy(picture => picture.Id)];

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Sends a request, and writes down before and after it what may be true.</summary>
    /// <param name="sources">Of the pictures that the request is about.</param>
    /// <param name="after">How things are with them once it is done.</param>
    /// <param name="ask">Sends it.</param>
    public async Task<Answer> ChangeAsync(IReadOnlyList<string> sources, Standing after, Func<Task<Answer>> ask)
    {
        var before = sources.Select(source => _pictures.GetOrAdd(source, _ => new KnownPicture(source, new HashSet<Standing> { Standing.Absent }))).ToArray();
        foreach (var picture in before)
        {
            Note(picture.Source, it => it.With([.. it.Possible, after]));
        }

        var answer = await ask();
        foreach (var picture in before.Where(_ => answer != Answer.Unknown))
        {
            Note(picture.Source, it => it.With(answer == Answer.Acknowledged ? [after] : picture.Possible));
        }

        Interlocked.Add(ref _acknowledged, answer == Answer.Acknowledged ? 1 : 0);
        return answer;
    }

    /// <summary>Writes down what is seen of a picture.</summary>
    public void Note(string source, Func<KnownPicture, KnownPicture> change) => _pictures[source] = change(_pictures[source]);
}
