using Piton.Domain.Images;

namespace Piton.Application.Images.OpenRendition;

/// <summary>A rendition ready to be sent. Whoever gets it disposes of <paramref name="Content"/>.</summary>
/// <param name="Image">Whose rendition it is.</param>
/// <param name="Facts">What it is.</param>
/// <param name="Content">Its bytes: seekable, at the start.</param>
public sealed record OpenedRendition(Image Image, Rendition Facts, Stream Content);
