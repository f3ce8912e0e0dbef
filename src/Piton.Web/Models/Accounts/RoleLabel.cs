using Piton.Domain.Access;

namespace Piton.Web.Models.Accounts;

/// <summary>What people call the roles.</summary>
public static class RoleLabel
{
    /// <summary>The English text, by which it is found in other languages.</summary>
    public static string Label(this Role role) => role switch
    {
        Role.Anonymous => "Nobody",
        Role.Pending => "Waits for approval",
        Role.Visitor => "Visitor",
        Role.Janitor => "Janitor",
        Role.Moderator => "Moderator",
        Role.Administrator => "Administrator",
        Role.System => "Piton",
    };

    /// <summary>What an account of that role may do; the English text, by which it is found in other languages.</summary>
    public static string Explanation(this Role role) => role switch
    {
        Role.Pending => "Looks, and waits for an administrator.",
        Role.Visitor => "Uploads, and does as they like with pictures of their own.",
        Role.Janitor => "Sees, renames and restores any picture, but deletes none.",
        Role.Moderator => "Sees, renames, restores and deletes any picture.",
        Role.Administrator => "Does everything, with accounts as well.",
        Role.Anonymous or Role.System => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
