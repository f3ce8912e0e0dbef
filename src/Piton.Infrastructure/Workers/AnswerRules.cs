using System.Text.RegularExpressions;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Workers;

/// <summary>
/// What an answer must be to be believed. A worker may have been taken over by the picture that it reads, so what it says is looked at as
/// what a stranger says: lengths and hashes are counted anew, and what goes into pages has the form that it must have.
/// </summary>
internal static partial class AnswerRules
{
    private const int LongestSide = 16_383;
    private const int LongestThumbHash = 25;
    private const int ShortestThumbHash = 5;

    public static bool Hold(InspectResult result) => result switch
    {
        { Outcome: InspectOutcome.Readable, Header: { Width: > 0, Height: > 0, Frames: > 0 } } => IsMediaType(result.MediaType),
        { Outcome: InspectOutcome.UnsupportedType or InspectOutcome.Broken, Header: null } => IsMediaType(result.MediaType),
        { Outcome: InspectOutcome.OverLimit, Header: null, Breach: not null } => IsMediaType(result.MediaType),
        _ => false,
    };

    public static bool Hold(ConvertResult result) => result switch
    {
        { Outcome: ConvertOutcome.Converted, Image: { } image } => Hold(image),
        { Outcome: ConvertOutcome.Broken, Image: null } => true,
        { Outcome: ConvertOutcome.OverLimit, Image: null, Breach: not null } => true,
        _ => false,
    };

    private static bool Hold(ConvertedImage image) =>
        image.Frames > 0
        && image.Renditions.Count > 0
        && image.Renditions[0].Facts.Name == RenditionName.Full
        && image.Renditions.DistinctBy(rendition => rendition.Facts.Name).Count() == image.Renditions.Count
        && image.Renditions.All(Hold)
        && Hold(image.Report)
        && image.Report.Format == image.Renditions[0].Facts.Format
        && Color().IsMatch(image.Placeholder.Color)
        && IsThumbHash(image.Placeholder.ThumbHash)
        && image.Photo is null or { IsSound: true };

    private static bool Hold(ConversionReport report) =>
        Enum.IsDefined(report.Verdict)
        && (report.Reason is not { } reason || Enum.IsDefined(reason))
        && report.Quality is null or (>= 1 and <= 100)
        && report.Milliseconds is null or >= 0
        && (report.Decoder is null || Decoder().IsMatch(report.Decoder));

    private static bool Hold(EncodedRendition rendition)
    {
        var facts = rendition.Facts;
        var content = rendition.Content.Span;
        return facts is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide }
            && facts.Bytes == content.Length
            && BeginsAs(facts.Format, content)
            && facts.Hash == ContentHash.Of(content);
    }

    /// <summary>Only what Piton stores begins as anything.</summary>
    private static bool BeginsAs(ImageFormat format, ReadOnlySpan<byte> content) => format switch
    {
        ImageFormat.WebP => content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8),
        ImageFormat.Jpeg => content.StartsWith<byte>([0xff, 0xd8, 0xff]),
        ImageFormat.Gif => content.StartsWith("GIF89a"u8) || content.StartsWith("GIF87a"u8),
        _ => false,
    };

    private static bool IsMediaType(string? text) => text is null || MediaType().IsMatch(text);

    private static bool IsThumbHash(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestThumbHash];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= ShortestThumbHash;
    }

    [GeneratedRegex(@"\A#[0-9a-f]{6}\z")]
    private static partial Regex Color();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9 .+-]{0,60}\z")]
    private static partial Regex Decoder();

    // RFC 6838, section 4.2.
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
