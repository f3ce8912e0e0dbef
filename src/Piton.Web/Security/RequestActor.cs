using Piton.Domain.Access;

namespace Piton.Web.Security;

/// <summary>Says who sends a request.</summary>
public static class RequestActor
{
    private static readonly object Key = new();
    private static readonly object InvalidToken = new();

    /// <summary>Who sends it, as <see cref="ActorReader"/> found; nobody where it was not asked, as for style and icons.</summary>
    public static Actor Actor(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[Key] as Actor ?? Domain.Access.Actor.Anonymous with { IsShutOut = true };
    }

    /// <summary>Whether it came with an API token that is none.</summary>
    internal static bool HasInvalidToken(this HttpContext context) => context.Items.ContainsKey(InvalidToken);

    internal static void SetInvalidToken(this HttpContext context) => context.Items[InvalidToken] = true;

    internal static void SetActor(this HttpContext context, Actor actor) => context.Items[Key] = actor;
}
