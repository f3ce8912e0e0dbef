namespace Piton.Domain.Images;

/// <summary>
/// How much there is of all images together, at a cost that does not grow with the library. Sees every write that has returned. Safe to
/// call from many threads at once.
/// </summary>
public interface IImageStatistics
{
    Task<ImageTotals> TotalsAsync(CancellationToken cancellationToken);

    /// <summary>How many of the images that there are, those in the trash too, were added on each day.</summary>
    /// <param name="first">The first day, by UTC.</param>
    /// <param name="last">The last day, not before <paramref name="first"/>.</param>
    /// <param name="cancellationToken">Heeded before the count begins.</param>
    /// <returns>Each day, the first one first, with those on which there was nothing.</returns>
    Task<IReadOnlyList<DayCount>> DaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken);
}
