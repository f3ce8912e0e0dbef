using System.Text.Json;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>The conversion report, with the meanings of <see cref="ConversionReport"/>; <paramref name="Reason"/> is a stable code.</summary>
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
