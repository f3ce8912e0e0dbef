using System.Diagnostics;

namespace Piton.Web.Telemetry;

/// <summary>What a trace may say of a request.</summary>
internal static class RequestSteps
{
    // An address can be a file's name, or be good for something; the others are of a person.
    private static readonly string[] OfSomebody = ["url.path", "url.query", "user_agent.original", "client.address", "network.peer.address"];

    /// <summary>Leaves the method, the route and the status.</summary>
    public static void Anonymise(Activity activity)
    {
        foreach (var tag in OfSomebody)
        {
            activity.SetTag(tag, null);
        }
    }
}
