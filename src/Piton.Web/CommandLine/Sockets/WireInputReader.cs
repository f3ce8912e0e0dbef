using System.Threading.Channels;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>Standard input at the other end of a socket: a line is asked for, and comes.</summary>
internal sealed class WireInputReader(WireScreen screen) : ICommandInput
{
    // One line is asked for at a time.
    private readonly Channel<WireInput> _lines = Channel.CreateBounded<WireInput>(1);
    private bool _isAsked;

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _isAsked, true);
        await screen.AskAsync();
        return (await _lines.Reader.ReadAsync(cancellationToken)).Line;
    }

    /// <returns>False where no line was asked for.</returns>
    public bool TryTake(WireInput input) => Interlocked.Exchange(ref _isAsked, false) && _lines.Writer.TryWrite(input);
}
