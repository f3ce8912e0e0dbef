namespace Piton.Domain.Access;

/// <summary>Who asks. Every request carries one.</summary>
/// <param name="Role">In what capacity.</param>
/// <param name="Account">The account that signed in; null for <see cref="Role.Anonymous"/> and <see cref="Role.System"/>.</param>
public sealed record Actor(Role Role, AccountId? Account)
{
    public static Actor Anonymous { get; } = new(Role.Anonymous, null);

    public static Actor System { get; } = new(Role.System, null) { Name = "Piton" };

    /// <summary>Whoever runs the place, by the command line: who can read and write the folder of the library may do anything with it.</summary>
    public static Actor Operator { get; } = new(Role.System, null) { Name = "command line" };

    /// <summary>What others call the account; null where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>From where they ask, as far as known.</summary>
    public string? Address { get; init; }

    /// <summary>The session by which they are signed in; null where they are not, or by a token.</summary>
    public SessionId? Session { get; init; }

    /// <summary>What the API token is good for that was shown; null where somebody signed in by hand.</summary>
    public TokenScopes? Scopes { get; init; }

    /// <summary>Whether the gallery is for members alone and this is none, who then has no right but to an account of their own.</summary>
    public bool IsShutOut { get; init; }
}
