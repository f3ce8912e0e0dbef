using Piton.Application;
using Piton.Domain.Access;

namespace Piton.Extension.Sample.Colors.LibraryColors;

/// <summary>The average colours of the newest images, the most frequent first.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Limit">How many images are looked at, 1 to <see cref="MaxLimit"/>.</param>
public sealed record LibraryColorsQuery(Actor Actor, int Limit) : IQuery<IReadOnlyList<ColorCount>>
{
    public const int MaxLimit = 200;
}
