using System.Net;
using Microsoft.Extensions.Options;
using Piton.Domain.Access;

namespace Piton.Web.Options;

/// <summary>Refuses to start with access options that make no sense.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    private const int LeastRequests = 1200;

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var flaws = Flaws(options).ToList();
        return flaws.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(flaws);
    }

    private static IEnumerable<string> Flaws(AccessOptions options)
    {
        if (!Enum.IsDefined(options.Registration))
        {
            yield return $"Piton:Access:Registration is {options.Registration}. Give it {string.Join(" or ", Enum.GetNames<Registration>())}.";
        }

        if (!Enum.IsDefined(options.Gallery))
        {
            yield return $"Piton:Access:Gallery is {options.Gallery}. Give it {string.Join(" or ", Enum.GetNames<GalleryAccess>())}.";
        }

        if (options is { AllowInsecureHttp: true, RedirectToHttps: true })
        {
            yield return "Piton:Access:AllowInsecureHttp lets people sign in over plain HTTP, and Piton:Access:RedirectToHttps lets nobody. Give one of them.";
        }

        if (options.SignInsPerMinute < 1)
        {
            yield return $"Piton:Access:SignInsPerMinute is {options.SignInsPerMinute}. Give it at least 1.";
        }

        if (options.RequestsPerMinute < LeastRequests)
        {
            yield return $"Piton:Access:RequestsPerMinute is {options.RequestsPerMinute}. Give it at least {LeastRequests}, so that a folder of pictures can be uploaded.";
        }

        foreach (var proxy in options.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            yield return $"Piton:Access:Proxies has \"{proxy}\". Give it IP addresses, like 127.0.0.1.";
        }
    }
}
