using System.CommandLine;
using Piton.Application.Library.RestoreLibrary;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton restore</c>: exits 0 where the library is there, 1 where nothing was restored.</summary>
internal sealed class RestoreCommands : ICommandGroup
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of the backup." };

    public Command Build() => new LibraryCommand(
        "restore",
        "Checks every byte of a backup, and where it is whole brings it into the data folder, which has to be empty. Exits 1 where nothing was restored.",
        RestoreAsync)
    {
        Use = LibraryUse.AsItLies,
        Arguments = { _folder },
        Examples =
        [
            ("piton restore /mnt/disk/piton --Piton:DataDirectory=/srv/piton", "Restores into that folder. Start the server on it afterwards; everybody has to sign in again."),
        ],
    };

    private async Task<int> RestoreAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var folder = call.PathOf(call.Arguments.GetRequiredValue(_folder));
        var restored = await call.SendAsync(
            new RestoreLibraryCommand(call.Actor, folder, new LibraryProgressOutput(call.Output, "Restoring")), cancellationToken);
        return await call.AnswerAsync(restored, report => ReportAsync(call, folder, report));
    }

    private static async Task<int> ReportAsync(CommandCall call, string folder, LibraryReport report)
    {
        await call.Output.DefectsAsync(report.Defects);
        if (report.IsWhole)
        {
            var library = call.Services.GetRequiredService<LibraryLocation>();
            return await call.Output.DoneAsync(report, $"{report.Sum()} are in {library.Root} now");
        }

        await call.Output.DocumentAsync(report);
        return await call.Output.FailAsync($"the backup in {folder} is damaged, so nothing of it was restored.");
    }
}
