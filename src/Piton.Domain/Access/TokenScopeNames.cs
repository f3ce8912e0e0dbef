namespace Piton.Domain.Access;

/// <summary>What the scopes of a token are called in forms, JSON and on the command line.</summary>
public static class TokenScopeNames
{
    private static readonly (string Name, TokenScopes Scope)[] Table =
        [("read", TokenScopes.Read), ("upload", TokenScopes.Upload), ("manage", TokenScopes.Manage), ("metrics", TokenScopes.Metrics)];

    public static IEnumerable<string> All => Table.Select(row => row.Name);

    public static IEnumerable<string> NamesOf(TokenScopes scopes) => Table.Where(row => scopes.HasFlag(row.Scope)).Select(row => row.Name);

    /// <summary>The scopes of those names; null where one is none, and where there is none.</summary>
    public static TokenScopes? FromNames(IEnumerable<string> names)
    {
        var scopes = TokenScopes.None;
        foreach (var name in names)
        {
            var row = Array.Find(Table, row => row.Name == name);
            if (row.Name is null)
            {
                return null;
            }

            scopes |= row.Scope;
        }

        return scopes == TokenScopes.None ? null : scopes;
    }
}
