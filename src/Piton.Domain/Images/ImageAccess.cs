using Piton.Domain.Access;

namespace Piton.Domain.Images;

/// <summary>Which images somebody sees, by <see cref="Rights"/>.</summary>
public static class ImageAccess
{
    /// <summary>Whether somebody sees an image of which they have the address. What is in the trash is seen in the trash alone.</summary>
    public static bool MaySee(this Actor actor, Image image) => !image.IsInTrash && image.Visibility switch
    {
        Visibility.Public or Visibility.Unlisted => actor.May(Right.ViewImages),
        Visibility.Private => actor.May(Right.ViewHiddenImages, image.Owner),
    };

    /// <summary>What somebody finds in the gallery: what is public, and what is their own.</summary>
    public static CatalogScope Gallery(this Actor actor) =>
        actor.Account is { } account && actor.May(Right.ViewHiddenImages, account) ? CatalogScope.SeenBy(account) : CatalogScope.Public;

    /// <summary>What a right of somebody reaches.</summary>
    public static CatalogScope ScopeOf(this Actor actor, Right right) => actor.ReachOf(right) switch
    {
        Reach.Any => CatalogScope.All,
        Reach.Own when actor.Account is { } account => CatalogScope.OwnedBy(account),
        Reach.Own or Reach.None => default,
    };
}
