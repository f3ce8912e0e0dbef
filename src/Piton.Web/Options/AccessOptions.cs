using Piton.Domain.Access;

namespace Piton.Web.Options;

/// <summary>How open the house is: the section <c>Piton:Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>Who can make an account.</summary>
    public Registration Registration { get; set; } = Registration.Approval;

    /// <summary>Who sees the gallery.</summary>
    public GalleryAccess Gallery { get; set; } = GalleryAccess.Public;

    /// <summary>Whether people may sign in over plain HTTP from other machines, where anybody on the way can read their password.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Whether plain HTTP from other machines is led to HTTPS, and refused where no page is asked for.</summary>
    public bool RedirectToHttps { get; set; }

    /// <summary>Whether browsers are to use HTTPS alone for every name below that of Piton, too (RFC 6797, section 6.1.2).</summary>
    public bool HstsSubdomains { get; set; }

    /// <summary>The most tries to sign in, register or reset a password in a minute from one address, at least 1.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>The most requests in a minute that change something or ask the API, of one account, or from one address where nobody signed in; at least 1,200.</summary>
    public int RequestsPerMinute { get; set; } = 3000;

    /// <summary>The addresses of the proxies in front of Piton, whose word is taken for who asks and whether over TLS.</summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];
}
