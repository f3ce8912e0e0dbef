using System.Net;

namespace Piton.Web.CommandLine;

/// <summary>
/// The addresses that Piton is told to listen at. The server itself takes a host that it does not know, or a port that is no number, for "everywhere": a
/// slip of the hand would open the library to the network.
/// </summary>
internal static class ListenAddresses
{
    private static readonly string[] Everywhere = ["*", "+"];

    /// <summary>What is wrong with <paramref name="urls"/>, addresses with semicolons between; null where nothing is.</summary>
    public static string? FlawOf(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(url => !IsAddress(url))
        .Select(url => $"Piton cannot listen at \"{url}\". Give it localhost, an IP address of this machine or * and a port: --urls http://localhost:5080")
        .FirstOrDefault();

    private static bool IsAddress(string url) =>
        Host(url) is { } host && (host == "localhost" || Everywhere.Contains(host) || host.StartsWith("unix:/", StringComparison.Ordinal) || IPAddress.TryParse(host, out _));

    private static string? Host(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 ? address.Host.ToLowerInvariant() : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
