using System.Net.Sockets;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>The library in the hands of a server: commands go over its socket, and what comes of them back.</summary>
internal sealed class RemoteLibrary(Socket socket) : IDisposable
{
    /// <returns>Null where no server listens there: none was there, or it died.</returns>
    /// <exception cref="LibraryException">This user may not speak to it.</exception>
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
        catch (SocketException e)
        {
            socket.Dispose();
            return e.SocketErrorCode == SocketError.AccessDenied
                ? throw new LibraryException($"The library in {library.Root} is another user's. Run the command as root (sudo) or as the user that runs Piton.", e)
                : null;
        }
    }

    /// <summary>
    /// Runs a command there. The server may be in a stranger's hands, and the caller root: it gets to say what such a command says, and to read what it reads.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="call">The words of it.</param>
    /// <param name="screen">Where its output goes.</param>
    /// <param name="output">The same for what this process says of it, and for the document.</param>
    /// <param name="input">What it may read, if it reads.</param>
    /// <param name="cancellationToken">Ends the command at the server, which then says how it ended.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        LibraryCommand command, WireCall call, ICommandScreen screen, CommandOutput output, ICommandInput input, CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        var wire = new Wire(stream, Wire.MaxAnswerBytes);
        using var turn = new SemaphoreSlim(1);
        try
        {
            await TrySayAsync(new WireMessage { Call = call });
            await using var cancel = cancellationToken.Register(() => _ = TrySayAsync(new WireMessage { Cancel = true }));
            while (await wire.ReadAsync(CancellationToken.None) is { } message)
            {
                switch (message)
                {
                    case { Exit: { } exitCode }: return exitCode;
                    case { Refused: { } why }: return await output.FailAsync(why, command.CouldNotRun);
                    case { WantsInput: true } when command.ReadsInput: await AnswerAsync(); break;
                    case { WantsInput: true }: throw new InvalidDataException($"{command.Name} reads no input.");
                    default: await ShowAsync(message, screen, output); break;
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // As if it had closed.
        }

        return await output.FailAsync("the server ended before the command did. Its log says why; what was done by then is done.", command.CouldNotRun);

        async Task AnswerAsync()
        {
            try
            {
                await SayAsync(new WireMessage { Input = new WireInput(await input.ReadLineAsync(cancellationToken)) });
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The server is told, and says how it ended.
            }
        }

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

        // It may be over already, or have been before it began; what the server said of that is there to read.
        async Task TrySayAsync(WireMessage message)
        {
            try
            {
                await SayAsync(message);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private static Task ShowAsync(WireMessage message, ICommandScreen screen, CommandOutput output)
    {
        switch (message)
        {
            case { Line: { } line }: return screen.LineAsync(line);
            case { Error: { } error }: return screen.ErrorAsync(error);
            case { Text: { } text }: return output.PieceAsync(text);
            case { Table: { } table } when IsTable(table): return screen.TableAsync(table);
            case { Progress: { What: not null } progress }: screen.Progress(progress); return Task.CompletedTask;
            default: throw new InvalidDataException("A message of the server says nothing.");
        }
    }

    private static bool IsTable(CommandTable table) =>
        table is { Columns: { } columns, Rows: { } rows } && rows.Append(columns).All(row => row?.Count == columns.Count && row.All(cell => cell is not null));
}
