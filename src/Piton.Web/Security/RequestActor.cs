using Piton.Domain.Access;

namespace Piton.Web.Security;

/// <summary>Says who sends a request.</summary>
public static class RequestActor
{
    /// <summary>Everyone is anonymous until there are accounts.</summary>
    public static Actor Actor(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Domain.Access.Actor.Anonymous;
    }
}
