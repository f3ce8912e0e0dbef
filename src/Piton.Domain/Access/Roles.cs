namespace Piton.Domain.Access;

/// <summary>What the roles that an account can have are called in addresses, forms, JSON and on the command line.</summary>
public static class Roles
{
    private static readonly Dictionary<string, Role> ByName = new(StringComparer.Ordinal)
    {
        ["pending"] = Role.Pending,
        ["visitor"] = Role.Visitor,
        ["janitor"] = Role.Janitor,
        ["moderator"] = Role.Moderator,
        ["administrator"] = Role.Administrator,
    };

    /// <summary>Every name, the least role first.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static string Name(this Role role) => ByName.FirstOrDefault(pair => pair.Value == role).Key ?? throw new ArgumentOutOfRangeException(nameof(role));

    /// <summary>The role of that name; null for any other text.</summary>
    public static Role? FromName(string? name) => name is not null && ByName.TryGetValue(name, out var role) ? role : null;
}
