using Microsoft.AspNetCore.Mvc.Filters;
using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>Refuses what carries a password over a connection on which others can read it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class SafeConnectionAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!SessionCookie.IsAllowed(context.HttpContext))
        {
            context.Result = FailureAnswer.For(context.HttpContext, ResultExtensions.Plain(
                context.HttpContext, StatusCodes.Status403Forbidden, "insecure_connection",
                "Nobody can sign in here, since this connection is not encrypted and others on the way could read the password. Open Piton by https://, or on the machine itself; "
                + "whoever runs it can allow this by Piton:Access:AllowInsecureHttp."));
        }
    }
}
