namespace Piton.Domain.Images;

/// <summary>An upload that has arrived whole and waits for its fate. Disposing it gives up its bytes.</summary>
public interface IStagedUpload : IAsyncDisposable
{
    /// <summary>Its length in bytes, at least 1.</summary>
    long Bytes { get; }

    /// <summary>The SHA-256 of its bytes.</summary>
    ContentHash Hash { get; }

    /// <summary>Opens its bytes for reading: seekable, positioned at the start. May be called more than once.</summary>
    Stream OpenRead();
}
