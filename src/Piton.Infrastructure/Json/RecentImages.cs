using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>
/// The images that were read last, so that those asked for again and again are not parsed each time. A line never changes, so neither
/// does what was read from it. Safe to use from many threads at once.
/// </summary>
internal sealed class RecentImages
{
    // Some seventeen pages of the gallery; an image takes about two kilobytes. With four times as many a server's memory grew for an hour until they were full.
    private const int Bits = 10;
    private const int Slots = 1 << Bits;

    private readonly Entry?[] _entries = new Entry?[Slots];

    public Image? Find(ILogFile log, long offset) =>
        Volatile.Read(ref _entries[SlotOf(offset)]) is { } entry && entry.Offset == offset && entry.Log == log ? entry.Image : null;

    /// <summary>Keeps an image in the place of whichever other fell to the same slot.</summary>
    public void Keep(ILogFile log, long offset, Image image) =>
        Volatile.Write(ref _entries[SlotOf(offset)], new Entry(log, offset, image));

    private static int SlotOf(long offset) => (int)((uint)offset.GetHashCode() * 2654435769 >> (32 - Bits));

    private sealed record Entry(ILogFile Log, long Offset, Image Image);
}
