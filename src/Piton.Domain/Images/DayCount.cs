namespace Piton.Domain.Images;

/// <summary>How many images were added on a day, by UTC.</summary>
public sealed record DayCount(DateOnly Day, long Count);
