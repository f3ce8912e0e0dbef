namespace Piton.Infrastructure.Json.Index;

/// <summary>
/// Which slots may have an old name, by its fingerprint; about 40 bytes a name, and none for images without. A slot stays in it when its image goes: it is a
/// candidate, of which the log says whether it is the one.
/// </summary>
internal sealed class OldNameTable
{
    private readonly Dictionary<ulong, int> _first = [];
    private readonly Dictionary<ulong, SortedSet<int>> _others = [];

    public void Add(ulong fingerprint, int slot)
    {
        if (_first.TryAdd(fingerprint, slot) || _first[fingerprint] == slot)
        {
            return;
        }

        if (!_others.TryGetValue(fingerprint, out var slots))
        {
            _others.Add(fingerprint, slots = []);
        }

        slots.Add(slot);
    }

    public IEnumerable<int> Find(ulong fingerprint) =>
        _first.TryGetValue(fingerprint, out var first) ? _others.GetValueOrDefault(fingerprint, []).Prepend(first) : [];
}
