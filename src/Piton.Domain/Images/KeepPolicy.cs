namespace Piton.Domain.Images;

/// <summary>What of an upload is kept beside its renditions.</summary>
/// <param name="Original">Whether the file as it was sent is kept, for its owner alone.</param>
/// <param name="Location">Whether it is kept where a photograph was taken.</param>
public sealed record KeepPolicy(bool Original, bool Location);
