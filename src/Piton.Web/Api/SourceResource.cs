namespace Piton.Web.Api;

/// <summary>The file as it was sent.</summary>
/// <param name="Format">Its format, by its content.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Kept">Whether it is kept beside the renditions.</param>
public sealed record SourceResource(string Format, long Bytes, bool Kept);
