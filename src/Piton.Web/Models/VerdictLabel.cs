using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>What was done to a picture, in English, which is the name of its text.</summary>
public static class VerdictLabel
{
    public static string Label(this ConversionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report switch
        {
            { Verdict: ConversionVerdict.Kept } => "Kept as it was; only the metadata is gone",
            { Lossless: true } => "Converted without loss, every pixel as before",
            _ => "Converted at quality {0}",
        };
    }
}
