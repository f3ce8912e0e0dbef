namespace Piton.Domain.Access;

/// <summary>The one table of who may do what. Each use case asks it, so no caller can go around it.</summary>
public static class Rights
{
    private static readonly Dictionary<Role, Right[]> Table = new()
    {
        [Role.Anonymous] =
        [
            Right.ViewImages, Right.UploadImages, Right.EditImages, Right.DeleteImages, Right.RestoreImages, Right.EmptyTrash,
            Right.OpenOriginals,
        ],
        [Role.System] = [Right.PurgeTrash, Right.VerifyLibrary],
    };

    public static bool May(this Actor actor, Right right) => Table[actor.Role].Contains(right);
}
