namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// The changes of one group commit in the making, and the log that they go to. Each change sees those before it in the group, and nobody
/// else sees any until they are on disk. Used by the log's writer alone, again and again.
/// </summary>
internal interface ILogDraft
{
    bool IsEmpty { get; }

    /// <summary>Whether one more change surely fits.</summary>
    bool HasRoom { get; }

    /// <summary>Whether all it does is what room was put by for.</summary>
    bool MayUseReserve { get; }

    /// <summary>What the log gets; complete after <see cref="Seal"/>.</summary>
    ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The log that gets it.</summary>
    ILogFile File { get; }

    /// <summary>Where in <see cref="File"/> it belongs, in bytes.</summary>
    long Offset { get; }

    /// <summary>Begins a group of what is acknowledged now.</summary>
    void Start();

    void Seal();

    /// <summary>Makes seen what is on disk now.</summary>
    void Publish();
}
