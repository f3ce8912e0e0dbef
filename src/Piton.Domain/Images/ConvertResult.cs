namespace Piton.Domain.Images;

/// <summary>What came of a conversion.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Image">What was made; null unless it is <see cref="ConvertOutcome.Converted"/>.</param>
/// <param name="Breach">The limit; null unless it is <see cref="ConvertOutcome.OverLimit"/>.</param>
public sealed record ConvertResult(ConvertOutcome Outcome, ConvertedImage? Image = null, LimitBreach? Breach = null);
