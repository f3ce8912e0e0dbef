namespace Piton.Web.Security;

/// <summary>What the method of a request says of it.</summary>
internal static class RequestMethods
{
    /// <summary>Whether it asks for nothing to be changed (RFC 9110, section 9.2.1).</summary>
    public static bool IsSafe(this HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
