using static Piton.Domain.Access.Reach;

namespace Piton.Domain.Access;

/// <summary>The one table of who may do what. Each use case asks it, so no caller can go around it.</summary>
public static class Rights
{
    // Whoever changes images has to see them.
    private const TokenScopes ToSee = TokenScopes.Read | TokenScopes.Manage;

    private static readonly Role[] Columns = [Role.Anonymous, Role.Pending, Role.Visitor, Role.Janitor, Role.Moderator, Role.Administrator, Role.System];

    private static readonly Dictionary<Right, (TokenScopes Scope, Reach[] Reaches)> Table = new()
    {
        // Of what a token needs one, then        anonymous pending visitor janitor moderator administrator system
        [Right.ViewImages] =       (ToSee, [Any, Any, Any, Any, Any, Any, None]),
        [Right.ViewHiddenImages] = (ToSee, [None, None, Own, Any, Any, Any, None]),
        [Right.OpenOriginals] =    (TokenScopes.Read, [None, None, Own, Own, Own, Own, None]),
        [Right.UploadImages] =   (TokenScopes.Upload, [None, None, Own, Own, Own, Own, None]),
        [Right.EditImages] =     (TokenScopes.Manage, [None, None, Own, Any, Any, Any, None]),
        [Right.ShareImages] =    (TokenScopes.Manage, [None, None, Own, Own, Any, Any, None]),
        [Right.DeleteImages] =   (TokenScopes.Manage, [None, None, Own, None, Any, Any, None]),
        [Right.RestoreImages] =  (TokenScopes.Manage, [None, None, Own, Any, Any, Any, None]),
        [Right.EmptyTrash] =     (TokenScopes.Manage, [None, None, Own, None, Own, Any, None]),
        [Right.ManageAccount] =    (TokenScopes.None, [None, Own, Own, Own, Own, Own, None]),
        [Right.ManageTokens] =     (TokenScopes.None, [None, None, Own, Own, Own, Own, Any]),
        [Right.Administer] =       (TokenScopes.None, [None, None, None, None, None, Any, Any]),
        [Right.ReadMetrics] =   (TokenScopes.Metrics, [None, None, None, None, None, Any, None]),
        [Right.PurgeTrash] =       (TokenScopes.None, [None, None, None, None, None, None, Any]),
        [Right.VerifyLibrary] =    (TokenScopes.None, [None, None, None, None, None, None, Any]),
        [Right.CompactLibrary] =   (TokenScopes.None, [None, None, None, None, None, None, Any]),
        [Right.ImportImages] =     (TokenScopes.None, [None, None, None, None, None, None, Any]),
    };

    /// <summary>How far a right of somebody goes.</summary>
    public static Reach ReachOf(this Actor actor, Right right)
    {
        var (scope, reaches) = Table[right];
        var isOutside = (actor.IsShutOut && right != Right.ManageAccount)
            || (actor.Scopes is { } scopes && (scopes & scope) == TokenScopes.None);
        return isOutside ? None : reaches[Array.IndexOf(Columns, actor.Role)];
    }

    /// <summary>Whether somebody may do something at all, be it with what is their own.</summary>
    public static bool May(this Actor actor, Right right) => actor.ReachOf(right) != None;

    /// <summary>Whether somebody may do something with what belongs to <paramref name="owner"/>; null for what belongs to nobody.</summary>
    public static bool May(this Actor actor, Right right, AccountId? owner) => actor.ReachOf(right) switch
    {
        None => false,
        Own => actor.Account is not null && actor.Account == owner,
        Any => true,
    };
}
