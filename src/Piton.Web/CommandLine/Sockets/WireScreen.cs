using System.Threading.Channels;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>The terminal at the other end of a socket. What cannot be sent any more is dropped: then nobody reads it.</summary>
internal sealed class WireScreen(Wire wire, Action callerIsGone) : ICommandScreen
{
    // A caller that reads slowly makes the command wait, and costs no more memory than this.
    private const int MaxQueued = 64;

    private readonly Channel<WireMessage> _queue = Channel.CreateBounded<WireMessage>(MaxQueued);

    public Task LineAsync(string text) => SayAsync(new WireMessage { Line = text });

    public Task TableAsync(CommandTable table) => SayAsync(new WireMessage { Table = table });

    public Task ErrorAsync(string text) => SayAsync(new WireMessage { Error = text });

    public Task TextAsync(string text) => SayAsync(new WireMessage { Text = text });

    public void Progress(CommandProgress progress) => _queue.Writer.TryWrite(new WireMessage { Progress = progress });

    public Task AskAsync() => SayAsync(new WireMessage { WantsInput = true });

    /// <summary>Says the exit code, behind which there is nothing more to say.</summary>
    public Task EndAsync(int exitCode) => SayAsync(new WireMessage { Exit = exitCode });

    /// <summary>Says nothing more.</summary>
    public void Close() => _queue.Writer.TryComplete();

    /// <summary>Sends what is said, until it is closed.</summary>
    /// <param name="cancellationToken">Gives up a caller that does not read.</param>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var isGone = false;
        await foreach (var message in _queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            isGone = isGone || !await TrySendAsync(message, cancellationToken);
        }
    }

    private async Task<bool> TrySendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await wire.WriteAsync(message, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            callerIsGone();
            return false;
        }
    }

    private Task SayAsync(WireMessage message) => _queue.Writer.WriteAsync(message).AsTask();
}
