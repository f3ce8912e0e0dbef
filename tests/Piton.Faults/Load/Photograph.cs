using Piton.Benchmarks;
using Piton.Faults.Ledgers;

namespace Piton.Faults.Load;

/// <summary>What a client uploads: once it was taken, it becomes another in the same bytes but for a number.</summary>
internal sealed class Photograph
{
    // Behind the marker of a comment and its length.
    private const int NumberAt = 6;

    private static readonly Dictionary<(int Width, int Height), byte[]> Made = [];

    private static int _count;

    public Photograph((int Width, int Height) size)
    {
        if (!Made.TryGetValue(size, out var made))
        {
            Made[size] = made = Pictures.Photograph(size.Width, size.Height);
        }

        Bytes = Pictures.Another(made);
        Change();
    }

    public byte[] Bytes { get; }

    /// <summary>The SHA-256 of <see cref="Bytes"/>.</summary>
    public string Source { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Makes it another one.</summary>
    public void Change()
    {
        var number = Interlocked.Increment(ref _count);
        BitConverter.TryWriteBytes(Bytes.AsSpan(NumberAt), number);
        Source = Ledger.HashOf(Bytes);
        Name = $"photograph {number}";
    }
}
