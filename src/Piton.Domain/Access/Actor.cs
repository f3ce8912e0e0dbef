namespace Piton.Domain.Access;

/// <summary>Who asks. Every request carries one.</summary>
/// <param name="Role">In what capacity.</param>
/// <param name="Account">The account that signed in; null for <see cref="Role.Anonymous"/> and <see cref="Role.System"/>.</param>
public sealed record Actor(Role Role, AccountId? Account)
{
    public static Actor Anonymous { get; } = new(Role.Anonymous, null);

    public static Actor System { get; } = new(Role.System, null);

    /// <summary>What the API token is for that was shown; null where somebody signed in by hand.</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>Whether the gallery is for members alone and this is none, who then has no right at all but to an account.</summary>
    public bool IsShutOut { get; init; }
}
