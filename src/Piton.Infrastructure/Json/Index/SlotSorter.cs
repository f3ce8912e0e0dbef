using System.Buffers.Binary;

namespace Piton.Infrastructure.Json.Index;

/// <summary>
/// Sorts many slots at once, by 8 bytes of their key at a time: first all by the first 8, then each run of equal ones by the next. That
/// compares numbers side by side in memory instead of following each slot to its row and its name.
/// </summary>
internal sealed class SlotSorter(OrderKind kind, IndexRows rows)
{
    // A level of a name holds 7 bytes, and in the eighth how many are left (8 for more than 7), so that the end of a name is told
    // from a zero in it.
    private const int NameBytesALevel = 7;

    public void Sort(int[] slots) => Sort(slots, new ulong[slots.Length], 0);

    private void Sort(Span<int> slots, Span<ulong> keys, int level)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            keys[i] = KeyOf(slots[i], level);
        }

        if (!IsSorted(keys))
        {
            keys.Sort(slots);
        }

        for (var start = 0; start < slots.Length;)
        {
            var rest = keys[start..];
            var differs = rest.IndexOfAnyExcept(rest[0]);
            var length = differs < 0 ? rest.Length : differs;
            if (length > 1)
            {
                Sort(slots.Slice(start, length), keys.Slice(start, length), level + 1);
            }

            start += length;
        }
    }

    private static bool IsSorted(ReadOnlySpan<ulong> keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i - 1] > keys[i])
            {
                return false;
            }
        }

        return true;
    }

    private ulong KeyOf(int slot, int level)
    {
        ref var row = ref rows[slot];
        var levels = kind == OrderKind.Name ? LevelsOf(row.Name.Length) : 1;
        if (level >= levels)
        {
            return level == levels ? row.IdHigh : row.IdLow;
        }

        return kind switch
        {
            OrderKind.Created => Ordered(row.Created),
            OrderKind.Bytes => Ordered(row.Bytes),
            OrderKind.Name => NameKey(rows.NameOf(slot)[(level * NameBytesALevel)..]),
        };
    }

    private static int LevelsOf(int length) => Math.Max(1, (length + NameBytesALevel - 1) / NameBytesALevel);

    private static ulong Ordered(long number) => (ulong)number ^ (1ul << 63);

    private static ulong NameKey(ReadOnlySpan<byte> rest)
    {
        Span<byte> key = stackalloc byte[sizeof(ulong)];
        key.Clear();
        rest[..Math.Min(rest.Length, NameBytesALevel)].CopyTo(key);
        key[NameBytesALevel] = (byte)Math.Min(rest.Length, NameBytesALevel + 1);
        return BinaryPrimitives.ReadUInt64BigEndian(key);
    }
}
