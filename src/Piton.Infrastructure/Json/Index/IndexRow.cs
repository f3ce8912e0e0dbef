using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Index;

/// <summary>What is known of one image in memory, in 88 bytes. The id is kept in halves, since a whole one would be aligned to 16.</summary>
internal struct IndexRow
{
    public long Offset;
    public long Created;
    public long Bytes;
    public long Stored;
    public long Source;
    public ulong Fingerprint;
    public int Length;
    public int Owner;
    public NamePlace Name;
    public RowState State;

    private byte _visibility;
    private ulong _idHigh;
    private ulong _idLow;

    public ImageId Id
    {
        readonly get => new(new UInt128(_idHigh, _idLow));
        set => (_idHigh, _idLow) = ((ulong)(value.Value >> 64), (ulong)value.Value);
    }

    public Visibility Visibility
    {
        readonly get => (Visibility)_visibility;
        set => _visibility = (byte)value;
    }

    public readonly bool IsPublic => Visibility == Visibility.Public;

    public readonly ulong IdHigh => _idHigh;

    public readonly ulong IdLow => _idLow;

    public LogPlace Place
    {
        readonly get => new(Offset, Length);
        set => (Offset, Length) = (value.Offset, value.Length);
    }
}
