namespace Piton.Domain.Images;

/// <summary>A rendition together with its bytes, on the way from the converter to the store.</summary>
public sealed record EncodedRendition(Rendition Facts, ReadOnlyMemory<byte> Content);
