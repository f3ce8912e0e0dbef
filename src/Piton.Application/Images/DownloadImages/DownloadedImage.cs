using Piton.Application.Images.OpenRendition;
using Piton.Domain.Images;

namespace Piton.Application.Images.DownloadImages;

/// <summary>One image of a download. Whoever gets it disposes of the content.</summary>
/// <param name="Id">Which image was asked for.</param>
/// <param name="Rendition">Its full rendition, opened just now; null where there is no such image, it is in the trash, or its file is damaged.</param>
public sealed record DownloadedImage(ImageId Id, OpenedRendition? Rendition);
