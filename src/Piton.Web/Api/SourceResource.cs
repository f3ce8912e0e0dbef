namespace Piton.Web.Api;

/// <summary>The file as it was sent: its format by content, its length in bytes, and whether it is kept.</summary>
public sealed record SourceResource(string Format, long Bytes, bool Kept);
