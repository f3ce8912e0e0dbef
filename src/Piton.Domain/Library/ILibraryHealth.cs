namespace Piton.Domain.Library;

/// <summary>Whether the library can be written to. Safe to call from many threads at once.</summary>
public interface ILibraryHealth
{
    /// <summary>Whether writes are refused until Piton is started again; reads go on.</summary>
    bool IsReadOnly { get; }

    /// <summary>Why it is read-only, in English, for the operator; null while it is not.</summary>
    string? Reason { get; }
}
