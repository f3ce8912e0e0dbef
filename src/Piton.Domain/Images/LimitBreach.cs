namespace Piton.Domain.Images;

/// <summary>A limit that a picture breaks, in the unit of that limit.</summary>
/// <param name="Kind">Which limit.</param>
/// <param name="Limit">The most that is allowed.</param>
/// <param name="Actual">What the picture has. Where it was ended at the limit, the limit itself.</param>
public sealed record LimitBreach(LimitKind Kind, long Limit, long Actual);
