using Piton.Domain.Access;

namespace Piton.Web.Routing;

/// <summary>Lets a route segment through that is the id of an account in its one spelling; anything else is 404.</summary>
internal sealed class AccountIdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        ArgumentNullException.ThrowIfNull(values);
        return AccountId.TryParse(values[routeKey] as string, out _);
    }
}
