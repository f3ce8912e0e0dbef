using System.Net.Sockets;
using System.Text;

namespace Piton.Web.CommandLine;

/// <summary>
/// Tells the service manager that started Piton when it can be used, and when it stops (sd_notify(3)); nothing where none waits for that. The framework's own word for it looks first
/// whether its parent is systemd, which a service that sees no other processes cannot.
/// </summary>
/// <param name="path">The value of <see cref="Variable"/>; nobody is told where it is null or empty.</param>
/// <param name="logger">Says where nobody hears it.</param>
internal sealed partial class ServiceManager(string? path, ILogger<ServiceManager> logger) : IHostedLifecycleService
{
    /// <summary>The variable of the environment that holds the path of the manager's socket.</summary>
    public const string Variable = "NOTIFY_SOCKET";

    public Task StartedAsync(CancellationToken cancellationToken) => TellAsync("READY=1", cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => TellAsync("STOPPING=1", cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task TellAsync(string state, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        try
        {
            // What begins with @ is a name that is no file.
            var address = new UnixDomainSocketEndPoint(path[0] == '@' ? "\0" + path[1..] : path);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            await socket.SendToAsync(Encoding.ASCII.GetBytes(state), address, cancellationToken);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            LogNotTold(Variable, path, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The service manager could not be told how Piton is, at {Variable}={Path}: {Why}")]
    private partial void LogNotTold(string variable, string path, string why);
}
