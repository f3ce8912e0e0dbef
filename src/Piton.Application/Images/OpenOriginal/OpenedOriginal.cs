using Piton.Domain.Images;

namespace Piton.Application.Images.OpenOriginal;

/// <summary>An original ready to be sent. Whoever gets it disposes of <paramref name="Content"/>.</summary>
/// <param name="Image">Whose original it is.</param>
/// <param name="Content">Its bytes: seekable, at the start.</param>
public sealed record OpenedOriginal(Image Image, Stream Content);
