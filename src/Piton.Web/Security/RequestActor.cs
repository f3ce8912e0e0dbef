using Piton.Domain.Access;

namespace Piton.Web.Security;

/// <summary>Says who sends a request.</summary>
public static class RequestActor
{
    private static readonly object Key = new();

    /// <summary>Who sends it, as <see cref="ActorReader"/> found; nobody where it was not asked, as for style and icons.</summary>
    public static Actor Actor(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[Key] as Actor ?? Domain.Access.Actor.Anonymous with { IsShutOut = true };
    }

    internal static void SetActor(this HttpContext context, Actor actor) => context.Items[Key] = actor;
}
