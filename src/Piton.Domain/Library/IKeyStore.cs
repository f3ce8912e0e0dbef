namespace Piton.Domain.Library;

/// <summary>The keys that cookies and forms are sealed with, for nobody but Piton's own user.</summary>
public interface IKeyStore
{
    /// <summary>All that were stored.</summary>
    IReadOnlyList<string> ReadAll();

    /// <summary>Stores one, on disk when it returns: what is sealed with it has to be opened after a power cut.</summary>
    /// <param name="name">Letters, digits and hyphens, and of no other key.</param>
    /// <param name="key">The key as a text.</param>
    void Store(string name, string key);
}
