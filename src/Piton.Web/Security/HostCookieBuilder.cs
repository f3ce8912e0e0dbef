namespace Piton.Web.Security;

/// <summary>
/// Builds a cookie that browsers take from this host alone, and over TLS alone or on this machine (RFC 6265bis, section 4.1.3.2); a house that allows
/// plain HTTP gets one without that prefix.
/// </summary>
internal sealed class HostCookieBuilder : CookieBuilder
{
    private readonly bool _isPlain;

    /// <param name="name">Without the prefix.</param>
    /// <param name="isPlain">Whether it is to pass over plain HTTP too.</param>
    public HostCookieBuilder(string name, bool isPlain)
    {
        _isPlain = isPlain;
        Name = isPlain ? name : $"__Host-{name}";
        Path = "/";
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Lax;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = base.Build(context, expiresFrom);
        options.Secure = !_isPlain || context.Request.IsHttps;
        return options;
    }
}
