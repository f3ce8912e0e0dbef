using Piton.Domain.Access;

namespace Piton.Application.Images.UploadImage;

/// <summary>Takes in one file, and adds what becomes of it to the library.</summary>
/// <param name="Actor">Who sends it.</param>
/// <param name="FileName">The file's name as it was sent: text, never a path.</param>
/// <param name="Content">The file's bytes, read once, front to back, before <paramref name="Details"/> is awaited.</param>
/// <param name="Details">
/// What else the sender said. It may complete only after <paramref name="Content"/> was read to its end, since senders put their fields
/// behind the file as well as in front of it.
/// </param>
/// <param name="Key">
/// By which its sender knows it, for 24 hours: the same upload with the same key is answered like the first. Null for none.
/// </param>
public sealed record UploadImageCommand(Actor Actor, string FileName, Stream Content, Task<UploadDetails> Details, string? Key = null) : ICommand<UploadedImage>
{
    /// <summary>The most characters of a key.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>Where the picture comes from another installation, what was known of it there; null for an upload.</summary>
    public ImportedFacts? Imported { get; init; }

    /// <summary>Whose the picture will be.</summary>
    public AccountId? Owner => Imported is { } facts ? facts.Owner : Actor.Account;
}
