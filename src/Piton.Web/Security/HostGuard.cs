using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>Refuses requests for a host that is not Piton's, by which another site could have a browser reach it under its own name (DNS rebinding).</summary>
internal sealed partial class HostGuard(RequestDelegate next, KnownHosts hosts, TimeProvider clock, ILogger<HostGuard> logger)
{
    private const int LongestShown = 100;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private long _silentUntil;

    public Task InvokeAsync(HttpContext context)
    {
        if (hosts.Has(context.Request.Host))
        {
            return next(context);
        }

        Warn(context.Request.Host);
        return FailureAnswer.WriteAsync(context, Refusal(context), ErrorPageAnswer.WithoutLinks);
    }

    private static Failure Refusal(HttpContext context) => ResultExtensions.Plain(
        context, StatusCodes.Status400BadRequest, "unknown_host",
        "Piton does not answer under this address. If it is yours, add the name to the option Piton:AllowedHosts, or set Piton:PublicUrl, and start it again.");

    // Anybody can send any host, and as many as they like: the log gets the first of a while, and only what a name can hold.
    private void Warn(HostString host)
    {
        var now = clock.GetUtcNow().Ticks;
        var until = Interlocked.Read(ref _silentUntil);
        if (now >= until && Interlocked.CompareExchange(ref _silentUntil, now + Silence.Ticks, until) == until)
        {
            LogUnknown(string.Concat((host.Value ?? "").Take(LongestShown).Select(letter => IsOfName(letter) ? letter : '?')));
        }
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':' or '[' or ']';

    [LoggerMessage(LogLevel.Warning,
        "Refused a request for the host \"{Host}\". If that is a name of this server, add it to Piton:AllowedHosts or set Piton:PublicUrl. Others are not logged for a while")]
    private partial void LogUnknown(string host);
}
