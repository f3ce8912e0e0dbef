using Piton.Domain.Access;

namespace Piton.Application.Library.GetStatistics;

/// <summary>How much there is in the house, for administrators.</summary>
public sealed record GetStatisticsQuery(Actor Actor) : IQuery<LibraryStatistics>
{
    /// <summary>How many days are counted one by one, today the last of them.</summary>
    public const int Days = 30;
}
