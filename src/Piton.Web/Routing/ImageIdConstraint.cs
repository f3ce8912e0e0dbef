using Piton.Domain.Images;

namespace Piton.Web.Routing;

/// <summary>The route constraint <c>{id:imageid}</c>: an address with anything but an id in that place does not exist.</summary>
internal sealed class ImageIdConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && ImageId.TryParse(value?.ToString(), out _);
}
