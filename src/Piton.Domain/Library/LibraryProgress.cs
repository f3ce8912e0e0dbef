namespace Piton.Domain.Library;

/// <summary>How far a work on the whole library is.</summary>
/// <param name="Done">How many images or files are done.</param>
/// <param name="Total">Of how many.</param>
public sealed record LibraryProgress(long Done, long Total);
