namespace Piton.Domain.Images;

/// <summary>What the header of a file says, before any pixel is decoded.</summary>
/// <param name="Format">The format, on which the bytes and the decoder agree.</param>
/// <param name="Width">Pixels across, as the picture will stand upright.</param>
/// <param name="Height">Pixels down of one frame, as the picture will stand upright.</param>
/// <param name="Frames">1 for a still picture.</param>
public sealed record ImageHeader(ImageFormat Format, int Width, int Height, int Frames);
