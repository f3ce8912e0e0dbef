namespace Piton.Domain.Images;

/// <summary>Reads pictures that may be hostile, and makes WebP of them. Safe to call from many threads at once.</summary>
public interface IImageConverter
{
    /// <summary>
    /// What this machine lacks of the protection against hostile pictures, in English, for the operator; empty where nothing is missing.
    /// </summary>
    IReadOnlyList<string> Gaps { get; }

    /// <summary>Begins the work on one source. Nothing of it is read yet.</summary>
    /// <param name="source">Seekable, positioned at its start; left at any position. Stays the caller's, and open until the job is disposed of.</param>
    IConversionJob Begin(Stream source);
}
