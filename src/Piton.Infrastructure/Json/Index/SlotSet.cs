namespace Piton.Infrastructure.Json.Index;

/// <summary>A set of slots, a bit each.</summary>
/// <param name="limit">One more than the highest slot.</param>
internal sealed class SlotSet(int limit)
{
    private readonly ulong[] _bits = new ulong[(limit + 63) / 64];

    public int Count { get; private set; }

    public void Add(int slot)
    {
        if (Contains(slot))
        {
            return;
        }

        _bits[slot >> 6] |= 1ul << (slot & 63);
        Count++;
    }

    public bool Contains(int slot) => (_bits[slot >> 6] & (1ul << (slot & 63))) != 0;
}
