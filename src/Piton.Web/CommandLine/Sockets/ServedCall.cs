using System.Net.Sockets;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>One caller at the server's socket, from its command to its end.</summary>
internal sealed class ServedCall(Socket caller, IServiceProvider services, TimeProvider clock)
{
    /// <summary>How long a caller may take to say what it wants.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // One that does not read the end of it does not keep the server from stopping.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Runs the command of the caller. One that goes away, says what it should not or cancels ends its command.</summary>
    /// <param name="stopping">Ends it too; the caller is told how it ended all the same.</param>
    /// <returns>Why the caller was given up before there was a command; null where there was one.</returns>
    public async Task<string?> RunAsync(CancellationToken stopping)
    {
        await using var stream = new NetworkStream(caller, ownsSocket: false);
        var wire = new Wire(stream, Wire.MaxRequestBytes);
        WireCall? call;
        try
        {
            call = await ReceiveAsync(wire, stopping);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            return e.Message;
        }

        if (call is null)
        {
            return "It did not begin with a command.";
        }

        await RunAsync(wire, call, stopping);
        return null;
    }

    private async Task<WireCall?> ReceiveAsync(Wire wire, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, late.Token);
        return (await wire.ReadAsync(either.Token))?.Call is { Words: not null, Folder: not null } call && Path.IsPathFullyQualified(call.Folder) ? call : null;
    }

    private async Task RunAsync(Wire wire, WireCall call, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var gone = new CancellationTokenSource();
        await using var leave = stopping.Register(() => gone.CancelAfter(Farewell));
        using var leaves = gone.Token.Register(stop.Cancel);
        var screen = new WireScreen(wire, gone.Cancel);
        var input = new WireInputReader(screen);
        var heard = ListenAsync(wire, input, stop, gone);
        var sent = screen.SendAsync(gone.Token);
        try
        {
            await CommandRun.InServerAsync(call, services, screen, input, stop.Token);
        }
        finally
        {
            screen.Close();
            await sent;
            await gone.CancelAsync();
            await heard;
        }
    }

    private static async Task ListenAsync(Wire wire, WireInputReader input, CancellationTokenSource stop, CancellationTokenSource gone)
    {
        try
        {
            while (await wire.ReadAsync(gone.Token) is { } message)
            {
                if (message.Cancel)
                {
                    await stop.CancelAsync();
                }
                else if (message.Input is not { } line || !input.TryTake(line))
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            // Gone, or as good as that.
        }

        await gone.CancelAsync();
    }
}
