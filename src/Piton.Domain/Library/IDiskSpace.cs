namespace Piton.Domain.Library;

/// <summary>How much room there is for the library, if any at all. Asks the system each time. Safe to call from many threads at once.</summary>
public interface IDiskSpace
{
    /// <summary>Bytes that can still be written.</summary>
    long FreeBytes { get; }

    /// <summary>Bytes that there is room for in all, whoever has them.</summary>
    long TotalBytes { get; }

    /// <summary>Whether the system writes to it no more, so that the library cannot be opened.</summary>
    bool IsReadOnly { get; }
}
