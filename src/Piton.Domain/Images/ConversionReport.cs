namespace Piton.Domain.Images;

/// <summary>What the conversion did to one picture, told to its owner.</summary>
/// <param name="Verdict">What became of the source.</param>
/// <param name="Format">The format of <see cref="RenditionName.Full"/>.</param>
/// <param name="Lossless">
/// Whether the pixels of <see cref="RenditionName.Full"/> are those that were decoded from the source: each sample of 8 bits in sRGB, those
/// under full transparency too.
/// </param>
/// <param name="Quality">The encoder's quality, 1 to 100; null where it is lossless.</param>
/// <param name="SavedBytes">Bytes of the source less bytes of <see cref="RenditionName.Full"/>; negative where it grew.</param>
/// <param name="Reason">Why it was not done as usual; null where it was.</param>
/// <param name="Milliseconds">How long it took, decoding included; null for images of a Piton that did not measure it.</param>
/// <param name="Decoder">What read the source, name and version; null for images of a Piton that did not say.</param>
public sealed record ConversionReport(
    ConversionVerdict Verdict,
    ImageFormat Format,
    bool Lossless,
    int? Quality,
    long SavedBytes,
    ConversionReason? Reason,
    int? Milliseconds = null,
    string? Decoder = null);
