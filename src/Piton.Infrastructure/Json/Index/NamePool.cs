using System.Text;

namespace Piton.Infrastructure.Json.Index;

/// <summary>
/// All folded names in UTF-8, one behind the other in a few large chunks, so that a search is a run over memory. Between two names is
/// a byte that UTF-8 never has, so that no find reaches across.
/// </summary>
internal sealed class NamePool
{
    private const int ChunkLength = 1 << 20;
    private const byte Separator = 0xff;

    private readonly List<Chunk> _chunks = [];
    private long _live;
    private long _dead;

    /// <summary>Whether it is time to write the names into a new pool.</summary>
    public bool IsMostlyDead => _dead > ChunkLength && _dead > _live;

    public NamePlace Add(string foldedName, int slot)
    {
        var length = Encoding.UTF8.GetByteCount(foldedName);
        var bytes = Append(length, slot, out var place);
        Encoding.UTF8.GetBytes(foldedName, bytes);
        return place;
    }

    public NamePlace Add(ReadOnlySpan<byte> foldedName, int slot)
    {
        foldedName.CopyTo(Append(foldedName.Length, slot, out var place));
        return place;
    }

    public ReadOnlySpan<byte> Get(NamePlace place) => _chunks[place.Chunk].Bytes.AsSpan(place.Start, place.Length);

    /// <summary>Says that a name is needed no more. It stays where it is, and finds of it are the caller's to sort out.</summary>
    public void Drop(NamePlace place)
    {
        _live -= place.Length + 1;
        _dead += place.Length + 1;
    }

    /// <summary>Calls <paramref name="found"/> for every name, dropped ones too, that holds <paramref name="part"/>.</summary>
    /// <param name="part">At least one byte of UTF-8.</param>
    /// <param name="found">Gets the slot and where its name was put.</param>
    public void Find(ReadOnlySpan<byte> part, Action<int, int, int> found)
    {
        for (var number = 0; number < _chunks.Count; number++)
        {
            var chunk = _chunks[number];
            var entry = 0;
            var at = 0;
            while (chunk.Bytes.AsSpan(at, chunk.Used - at).IndexOf(part) is >= 0 and var hit)
            {
                at += hit;
                while (entry + 1 < chunk.Starts.Count && chunk.Starts[entry + 1] <= at)
                {
                    entry++;
                }

                found(chunk.Slots[entry], number, chunk.Starts[entry]);
                at = entry + 1 < chunk.Starts.Count ? chunk.Starts[entry + 1] : chunk.Used;
            }
        }
    }

    private Span<byte> Append(int length, int slot, out NamePlace place)
    {
        if (_chunks.Count == 0 || _chunks[^1].Bytes.Length - _chunks[^1].Used <= length)
        {
            _chunks.Add(new Chunk(Math.Max(ChunkLength, length + 1)));
        }

        var chunk = _chunks[^1];
        place = new NamePlace(_chunks.Count - 1, chunk.Used, length);
        chunk.Starts.Add(chunk.Used);
        chunk.Slots.Add(slot);
        chunk.Bytes[chunk.Used + length] = Separator;
        chunk.Used += length + 1;
        _live += length + 1;
        return chunk.Bytes.AsSpan(place.Start, length);
    }

    private sealed class Chunk(int length)
    {
        public byte[] Bytes { get; } = new byte[length];

        public int Used { get; set; }

        public List<int> Starts { get; } = [];

        public List<int> Slots { get; } = [];
    }
}
