using System.Collections.Concurrent;

namespace Piton.Web.Tests.Access;

/// <summary>
/// Sends requests on as a proxy on this machine does, and keeps cookies as the browser in front of it would: .NET's own keeper of cookies
/// would not send those for TLS to a server that is asked without.
/// </summary>
internal sealed class ProxyHandler(string host, string scheme) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public const string From = "203.0.113.7";

    private readonly ConcurrentDictionary<string, string> _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", From);
        if (!_cookies.IsEmpty)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Keep(cookie);
        }

        return answer;
    }

    private void Keep(string cookie)
    {
        var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var first, var second] ? (first, second) : (cookie, "");
        if (value.Length == 0)
        {
            _cookies.TryRemove(name, out _);
        }
        else
        {
            _cookies[name] = value;
        }
    }
}
