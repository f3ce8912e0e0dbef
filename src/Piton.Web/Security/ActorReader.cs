using System.Security.Claims;
using Piton.Application.Accounts;
using Piton.Domain.Access;

namespace Piton.Web.Security;

/// <summary>
/// Reads from each request who sends it: from an API token (RFC 6750), or from the cookie of a session. One that was revoked, has expired or
/// belongs to a disabled account counts from then on as none.
/// </summary>
internal sealed class ActorReader(RequestDelegate next, ActorFinder finder)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            if (await FindByTokenAsync(authorization, context.RequestAborted) is { } owner)
            {
                Let(context, owner);
            }
            else
            {
                context.SetInvalidToken();
                Let(context, finder.Nobody);
            }
        }
        else
        {
            Let(context, await FindBySessionAsync(context) ?? finder.Nobody);
        }

        await next(context);
    }

    private async Task<Actor?> FindByTokenAsync(string authorization, CancellationToken cancellationToken) =>
        authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await finder.FindByTokenAsync(authorization[Bearer.Length..].Trim(), cancellationToken)
            : null;

    // A cookie that opens nothing is left alone: to take it back would send one with pictures, too, which others may keep.
    private async Task<Actor?> FindBySessionAsync(HttpContext context) =>
        SessionCookie.Read(context) is { } key ? await finder.FindBySessionAsync(key, context.RequestAborted) : null;

    private static void Let(HttpContext context, Actor actor)
    {
        context.SetActor(actor with { Address = context.Connection.RemoteIpAddress?.ToString() });

        // Antiforgery tokens are made for this name, so that one that was given out before a sign-in is worth nothing after it.
        if (actor.Session is { } session)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.ToString())], "session"));
        }
    }
}
