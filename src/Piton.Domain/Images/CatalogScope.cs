using Piton.Domain.Access;

namespace Piton.Domain.Images;

/// <summary>Which images a listing holds, by whose they are and who finds them.</summary>
public readonly record struct CatalogScope
{
    private CatalogScope(bool hasPublic, bool hasAllHidden, AccountId? account)
    {
        HasPublic = hasPublic;
        HasAllHidden = hasAllHidden;
        Account = account;
    }

    /// <summary>What everybody finds.</summary>
    public static CatalogScope Public { get; } = new(hasPublic: true, hasAllHidden: false, null);

    /// <summary>Every image there is.</summary>
    public static CatalogScope All { get; } = new(hasPublic: true, hasAllHidden: true, null);

    /// <summary>Whether it holds the public images of everybody.</summary>
    public bool HasPublic { get; }

    /// <summary>Whether it holds the images of everybody that are not public.</summary>
    public bool HasAllHidden { get; }

    /// <summary>Whose images it holds, public or not; null for those of nobody in particular.</summary>
    public AccountId? Account { get; }

    /// <summary>What everybody finds, and all images of one account.</summary>
    public static CatalogScope SeenBy(AccountId account) => new(hasPublic: true, hasAllHidden: false, account);

    /// <summary>The images of one account.</summary>
    public static CatalogScope OwnedBy(AccountId account) => new(hasPublic: false, hasAllHidden: false, account);

    public bool Contains(Image image) =>
        (image.Visibility == Visibility.Public ? HasPublic : HasAllHidden) || (Account is not null && image.Owner == Account);
}
