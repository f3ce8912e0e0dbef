using Piton.Domain.Images;

namespace Piton.Application.Library.GetStatistics;

/// <summary>How much there is in the house.</summary>
/// <param name="Images">Of the whole library.</param>
/// <param name="Days">Images added on each of the last days, today the last.</param>
/// <param name="Accounts">Of each role, the least role first.</param>
public sealed record LibraryStatistics(ImageTotals Images, IReadOnlyList<DayCount> Days, IReadOnlyList<RoleCount> Accounts);
