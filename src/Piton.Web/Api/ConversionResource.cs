using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>The conversion report, with the meanings of <see cref="ConversionReport"/>.</summary>
public sealed record ConversionResource(string Verdict, string Format, bool Lossless, int? Quality, long SavedBytes, string? Reason)
{
    public static ConversionResource Of(ConversionReport report) => new(
        report.Verdict.ToString().ToLowerInvariant(), report.Format.Name(), report.Lossless, report.Quality, report.SavedBytes, report.Reason);
}
