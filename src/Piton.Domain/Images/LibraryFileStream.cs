namespace Piton.Domain.Images;

/// <summary>The content that a store opens, where the store keeps it as a file of this machine: a web server in front can send that itself.</summary>
public abstract class LibraryFileStream : Stream
{
    /// <summary>The absolute path, which is made of ids and fixed words.</summary>
    public abstract string Path { get; }
}
