using System.CommandLine;
using System.Globalization;
using Piton.Application.Library.CompactLibrary;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton compact</c>.</summary>
internal sealed class CompactCommands : ICommandGroup
{
    public Command Build() => new LibraryCommand(
        "compact", "Writes the logs of images, accounts and sessions anew without what is out of date. Piton does it by itself once it is worth it.", CompactAsync)
    {
        Examples = [("piton compact", "After much was deleted, say, and before a backup. Uploads go on meanwhile.")],
    };

    private static async Task<int> CompactAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var result = await call.SendAsync(new CompactLibraryCommand(call.Actor), cancellationToken);
        return await call.AnswerAsync(result, logs => call.Output.DoneAsync(
            logs,
            [.. logs.Select(log => string.Create(CultureInfo.InvariantCulture, $"{log.Name}: {log.BytesBefore:N0} bytes, now {log.BytesAfter:N0}"))]));
    }
}
