using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>A source's header, and what was made of the source.</summary>
internal sealed record Conversion(ImageHeader Header, ConvertedImage Image);
