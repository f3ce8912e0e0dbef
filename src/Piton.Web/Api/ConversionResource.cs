using System.Text.Json;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>What became of the source on its way into the library.</summary>
/// <param name="Verdict">Whether it was encoded anew, or its own data was kept.</param>
/// <param name="Format">The format of the renditions.</param>
/// <param name="Lossless">Whether each pixel of the stored file is that of the source.</param>
/// <param name="Quality">Of the encoder, 1 to 100; null where it has none.</param>
/// <param name="SavedBytes">How much smaller the stored file is than the source; below zero where it is larger.</param>
/// <param name="Reason">A stable code of why it was not converted as usual; null where it was.</param>
/// <param name="Milliseconds">How long the conversion took; null where that is not known.</param>
/// <param name="Decoder">What read the source; null where that is not known.</param>
public sealed record ConversionResource(
    string Verdict, string Format, bool Lossless, int? Quality, long SavedBytes, string? Reason, int? Milliseconds, string? Decoder)
{
    public static ConversionResource Of(ConversionReport report) => new(
        report.Verdict.ToString().ToLowerInvariant(),
        report.Format.Name(),
        report.Lossless,
        report.Quality,
        report.SavedBytes,
        report.Reason is { } reason ? JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()) : null,
        report.Milliseconds,
        report.Decoder);
}
