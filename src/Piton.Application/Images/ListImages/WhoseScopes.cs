using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

/// <summary>What somebody may list of each <see cref="Whose"/>.</summary>
internal static class WhoseScopes
{
    /// <param name="actor">Who asks.</param>
    /// <param name="whose">One of <see cref="WhoseNames.All"/>; null or empty for the default.</param>
    /// <returns>Null where that is not theirs to list.</returns>
    public static CatalogScope? ScopeOf(this Actor actor, string? whose) =>
        actor.May(Right.ViewImages) ? ScopeOf(actor, WhoseNames.FromName(whose)!.Value) : null;

    private static CatalogScope? ScopeOf(Actor actor, Whose whose) => whose switch
    {
        Whose.Gallery => actor.Gallery(),
        Whose.Own => actor.Account is { } account && actor.May(Right.ViewHiddenImages, account) ? CatalogScope.OwnedBy(account) : null,
        Whose.All => actor.ReachOf(Right.ViewHiddenImages) == Reach.Any ? CatalogScope.All : null,
    };
}
