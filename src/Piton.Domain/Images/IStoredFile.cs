namespace Piton.Domain.Images;

/// <summary>What the content is as well that a store opens, where the store keeps it as a file of this machine: a web server in front can send that itself.</summary>
public interface IStoredFile
{
    /// <summary>The absolute path, which is made of ids and fixed words.</summary>
    string Path { get; }
}
