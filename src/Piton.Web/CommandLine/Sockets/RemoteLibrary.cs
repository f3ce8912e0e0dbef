using System.Net.Sockets;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>The library in the hands of a server: commands go over its socket, and what comes of them back.</summary>
internal sealed class RemoteLibrary(Socket socket) : IDisposable
{
    /// <returns>Null where no server listens there.</returns>
    public static async Task<RemoteLibrary?> FindAsync(LibraryLocation library, CancellationToken cancellationToken)
    {
        if (SocketFile.PathIn(library) is not { } path)
        {
            return null;
        }

        var socket = SocketFile.NewSocket();
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new RemoteLibrary(socket);
        }
        catch (SocketException)
        {
            // None is there, or it died; where it may not be spoken to, the folder's lock says so in better words.
            socket.Dispose();
            return null;
        }
    }

    /// <param name="call">What to run there.</param>
    /// <param name="screen">Where its output goes.</param>
    /// <param name="input">What it may read.</param>
    /// <param name="cancellationToken">Ends the command at the server, which then says how it ended.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(WireCall call, ICommandScreen screen, ICommandInput input, CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        var wire = new Wire(stream, Wire.MaxAnswerBytes);
        using var turn = new SemaphoreSlim(1);
        try
        {
            await SayAsync(new WireMessage { Call = call });
            await using var cancel = cancellationToken.Register(() => _ = CancelAsync());
            while (await wire.ReadAsync(CancellationToken.None) is { } message)
            {
                if (message.Exit is { } exitCode)
                {
                    return exitCode;
                }

                await ShowAsync(message, screen);
                if (message.WantsInput)
                {
                    await SayAsync(new WireMessage { Input = new WireInput(await input.ReadLineAsync(cancellationToken)) });
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // As if it had closed.
        }

        await screen.ErrorAsync("piton: the server ended before the command did. Its log says why; what was done by then is done.");
        return ExitCodes.Failed;

        async Task SayAsync(WireMessage message)
        {
            await turn.WaitAsync(CancellationToken.None);
            try
            {
                await wire.WriteAsync(message, CancellationToken.None);
            }
            finally
            {
                turn.Release();
            }
        }

        async Task CancelAsync()
        {
            try
            {
                await SayAsync(new WireMessage { Cancel = true });
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // It is over already.
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private static Task ShowAsync(WireMessage message, ICommandScreen screen)
    {
        switch (message)
        {
            case { Line: { } line }: return screen.LineAsync(line);
            case { Error: { } error }: return screen.ErrorAsync(error);
            case { Text: { } text }: return screen.TextAsync(text);
            case { Table: { } table }: return screen.TableAsync(table);
            case { Progress: { } progress }: screen.Progress(progress); break;
        }

        return Task.CompletedTask;
    }
}
