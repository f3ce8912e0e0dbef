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
}
