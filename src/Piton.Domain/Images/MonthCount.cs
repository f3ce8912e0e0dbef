namespace Piton.Domain.Images;

/// <summary>How many images were added in a month, by UTC.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Count">At least 1.</param>
public sealed record MonthCount(DateOnly Month, long Count);
