namespace Piton.Domain.Images;

/// <summary>What the conversion did to one picture, told to its owner.</summary>
/// <param name="Verdict">What became of the source.</param>
/// <param name="Format">The format of <see cref="RenditionName.Full"/>.</param>
/// <param name="Lossless">Whether the pixels of <see cref="RenditionName.Full"/> are those that were decoded.</param>
/// <param name="Quality">The encoder's quality, 1 to 100; null where it is lossless.</param>
/// <param name="SavedBytes">Bytes of the source less bytes of <see cref="RenditionName.Full"/>; negative where it grew.</param>
/// <param name="Reason">Why the verdict is not the usual one, in English; null where it is.</param>
public sealed record ConversionReport(
    ConversionVerdict Verdict,
    ImageFormat Format,
    bool Lossless,
    int? Quality,
    long SavedBytes,
    string? Reason);
