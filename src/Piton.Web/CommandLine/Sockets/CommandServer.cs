using System.Collections.Concurrent;
using System.Net.Sockets;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>
/// Runs commands in the server, since it alone has the library: for its own user and for root, at <c>piton.sock</c> in the data folder. A server that cannot
/// open that serves all the same.
/// </summary>
internal sealed partial class CommandServer(LibraryLocation library, IServiceProvider services, TimeProvider clock, ILogger<CommandServer> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>The most callers at once.</summary>
    public const int MaxCallers = 16;

    private readonly ConcurrentDictionary<Task, bool> _calls = new();
    private readonly CancellationTokenSource _stopping = new();
    private Socket? _socket;
    private Task _accepting = Task.CompletedTask;

    /// <summary>Begins to listen. The library is open by then, so the folder's lock is this process's, and a socket that lies there is a dead server's.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var path = SocketFile.PathIn(library);
        try
        {
            _socket = path is null ? null : Listen(path);
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            LogNoSocket(library.Root, e.Message);
            return Task.CompletedTask;
        }

        if (_socket is { } socket)
        {
            _accepting = AcceptAsync(socket);
        }
        else
        {
            LogNoSocket(library.Root, "the path of the folder is too long for one");
        }

        return Task.CompletedTask;
    }

    /// <summary>Takes no more commands, and tells those that run to end, while the requests that are under way get their time: a slow one may use up all there is.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _accepting;
        _socket?.Dispose();
    }

    /// <summary>Waits for the commands, behind which the library is closed.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        // The host's patience may be spent already, on a request that did not end: that is no fault of the stop.
        await Task.WhenAll(_calls.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Takes its file away with it.
        _socket?.Dispose();
        _stopping.Dispose();
    }

    // Nobody can connect before it listens, so there is no moment in which others could.
    private static Socket Listen(string path)
    {
        File.Delete(path);
        var socket = SocketFile.NewSocket();
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(MaxCallers);
            return socket;
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task AcceptAsync(Socket socket)
    {
        var own = PeerUser.Of(socket);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(await socket.AcceptAsync(_stopping.Token), own);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException e)
            {
                // One that hung up before its turn, or no descriptor left for one more; the next may fare better.
                LogNotAccepted(e.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            }
        }
    }

    private async Task ServeAsync(Socket caller, uint own)
    {
        if (!IsLetIn(caller, own))
        {
            caller.Dispose();
            return;
        }

        if (_calls.Count >= MaxCallers)
        {
            LogTooMany(MaxCallers);
            await TurnAwayAsync(caller);
            return;
        }

        var call = Task.Run(() => RunAsync(caller), CancellationToken.None);
        _calls.TryAdd(call, true);
        _ = call.ContinueWith(End, TaskScheduler.Default);
    }

    private bool IsLetIn(Socket caller, uint own)
    {
        try
        {
            var user = PeerUser.Of(caller);
            if (user == own || user == PeerUser.Root)
            {
                return true;
            }

            LogStranger(user);
        }
        catch (SocketException e)
        {
            LogNotAccepted(e.Message);
        }

        return false;
    }

    // It is the first message, so there is room for it whether the caller reads or not.
    private static async Task TurnAwayAsync(Socket caller)
    {
        using (caller)
        {
            await using var stream = new NetworkStream(caller, ownsSocket: false);
            try
            {
                await new Wire(stream, Wire.MaxRequestBytes).WriteAsync(
                    new WireMessage { Refused = $"the server runs {MaxCallers} commands already, and takes no more at once. Try again once one of them is done." },
                    CancellationToken.None);
            }
            catch (IOException)
            {
                // It is gone.
            }
        }
    }

    private void End(Task call)
    {
        _calls.TryRemove(call, out _);
        if (call.Exception is { } fault)
        {
            LogFault(fault);
        }
    }

    private async Task RunAsync(Socket caller)
    {
        using (caller)
        {
            if (await new ServedCall(caller, services, clock).RunAsync(_stopping.Token) is { } why)
            {
                LogGivenUp(why);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Commands cannot be run beside this server, since it has no socket in {Root}: {Why}")]
    private partial void LogNoSocket(string root, string why);

    [LoggerMessage(LogLevel.Warning, "A caller at the socket for commands was not accepted: {Why}")]
    private partial void LogNotAccepted(string why);

    [LoggerMessage(LogLevel.Warning, "User {User} was turned away at the socket for commands")]
    private partial void LogStranger(uint user);

    [LoggerMessage(LogLevel.Warning, "A caller was turned away at the socket for commands: {Max} are there")]
    private partial void LogTooMany(int max);

    [LoggerMessage(LogLevel.Information, "A caller at the socket for commands was given up: {Why}")]
    private partial void LogGivenUp(string why);

    [LoggerMessage(LogLevel.Error, "A command over the socket ended by a fault")]
    private partial void LogFault(Exception fault);
}
