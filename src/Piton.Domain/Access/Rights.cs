namespace Piton.Domain.Access;

/// <summary>The one table of who may do what. Each use case asks it, so no caller can go around it.</summary>
public static class Rights
{
    private static readonly Right[] OfEverybody =
    [
        Right.ViewImages, Right.UploadImages, Right.EditImages, Right.DeleteImages, Right.RestoreImages, Right.EmptyTrash,
        Right.OpenOriginals,
    ];

    private static readonly Dictionary<Role, Right[]> Table = new()
    {
        [Role.Anonymous] = OfEverybody,
        [Role.Pending] = OfEverybody,
        [Role.Visitor] = OfEverybody,
        [Role.Janitor] = OfEverybody,
        [Role.Moderator] = OfEverybody,
        [Role.Administrator] = OfEverybody,
        [Role.System] = [Right.PurgeTrash, Right.VerifyLibrary],
    };

    public static bool May(this Actor actor, Right right) => Table[actor.Role].Contains(right);
}
