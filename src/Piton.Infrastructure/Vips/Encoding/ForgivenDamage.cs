using NetVips;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Whether a JPEG was decoded although it is damaged: its decoder warns, and makes up what is missing.</summary>
internal static class ForgivenDamage
{
    /// <param name="source">A JPEG that was decoded.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static bool IsIn(SourceFile source, CancellationToken cancellationToken)
    {
        source.Content.Position = 0;
        using var reader = new StreamSource(source.Content, cancellationToken);
        try
        {
            using var image = SourceImage.Open(reader, source.Format, Enums.FailOn.Warning);
            image?.Evaluate(pixels => pixels.Max(), cancellationToken);
            return image is null;
        }
        catch (VipsException)
        {
            reader.ThrowIfNotDamage();
            return true;
        }
    }
}
