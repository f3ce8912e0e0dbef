using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Piton.Application.Images.ListImages;

namespace Piton.Web.Options;

/// <summary>Refuses to start with options that make no sense, and says which and what would.</summary>
internal sealed partial class PitonOptionsValidator : IValidateOptions<PitonOptions>
{
    private const int MaxTrashDays = 3650;
    private const long MaxFormBytes = 1_000_000_000_000;
    private const int MaxFiles = 10_000;

    public ValidateOptionsResult Validate(string? name, PitonOptions options)
    {
        var flaws = Flaws(options).ToList();
        return flaws.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(flaws);
    }

    private static IEnumerable<string> Flaws(PitonOptions options)
    {
        if (options.PublicUrl is { } url && !(url is { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/", Fragment: "" }))
        {
            yield return $"Piton:PublicUrl is {url}. Give it an address like https://pictures.example.org, without a path, or leave it out.";
        }

        foreach (var host in options.AllowedHosts.Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            yield return $"Piton:AllowedHosts has \"{host}\". Give it names or addresses alone, like pictures.example.org or 192.168.1.20: no scheme, port or path.";
        }

        if (options.AccelRedirect is { } prefix && !Prefix().IsMatch(prefix))
        {
            yield return $"Piton:AccelRedirect is {prefix}. Give it the path of an internal location of nginx, like /piton-files/, or leave it out.";
        }

        if (options.PageSize is < 1 or > ListImagesQuery.MaxLimit)
        {
            yield return $"Piton:PageSize is {options.PageSize}. Give it 1 to {ListImagesQuery.MaxLimit}.";
        }

        if (options.MaxFormBytes is < 1 or > MaxFormBytes)
        {
            yield return $"Piton:MaxFormBytes is {options.MaxFormBytes}. Give it 1 to {MaxFormBytes}.";
        }

        if (options.MaxFormFiles is < 1 or > MaxFiles)
        {
            yield return $"Piton:MaxFormFiles is {options.MaxFormFiles}. Give it 1 to {MaxFiles}.";
        }

        if (!Enum.IsDefined(options.Originals))
        {
            yield return $"Piton:Originals is {options.Originals}. Give it {string.Join(" or ", Enum.GetNames<Originals>())}.";
        }

        if (options.TrashDays is < 0 or > MaxTrashDays)
        {
            yield return $"Piton:TrashDays is {options.TrashDays}. Give it 0 to {MaxTrashDays}.";
        }
    }

    [GeneratedRegex(@"\A(/[A-Za-z0-9_-]+)+/\z")]
    private static partial Regex Prefix();
}
