namespace Piton.Domain.Images;

/// <summary>What came of reading a header.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Header">The header; null unless it is <see cref="InspectOutcome.Readable"/>.</param>
/// <param name="MediaType">What the bytes look like, for the message to the sender: <c>text/html</c>, say; null where nothing is known.</param>
/// <param name="Breach">The limit; null unless it is <see cref="InspectOutcome.OverLimit"/>.</param>
public sealed record InspectResult(InspectOutcome Outcome, ImageHeader? Header, string? MediaType, LimitBreach? Breach = null);
