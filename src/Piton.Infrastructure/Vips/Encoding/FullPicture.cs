using Piton.Domain.Images;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>What is stored of a picture at its own size, and why.</summary>
/// <param name="Content">The file.</param>
/// <param name="Verdict">What became of the source.</param>
/// <param name="Format">What the file is.</param>
/// <param name="Quality">What it was encoded with; null where its pixels are those of the source.</param>
/// <param name="Reason">Why it was not done as usual; null where it was.</param>
internal sealed record FullPicture(byte[] Content, ConversionVerdict Verdict, ImageFormat Format, int? Quality, ConversionReason? Reason)
{
    public static FullPicture Converted(EncodedPicture encoded, ConversionReason? reason) =>
        new(encoded.Content, ConversionVerdict.Converted, ImageFormat.WebP, encoded.Quality, reason);

    public static FullPicture Kept(byte[] own, ImageFormat format, ConversionReason reason) =>
        new(own, ConversionVerdict.Kept, format, null, reason);
}
