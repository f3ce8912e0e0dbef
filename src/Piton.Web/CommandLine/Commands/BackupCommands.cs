using System.CommandLine;
using System.Globalization;
using Piton.Application.Library.BackUpLibrary;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton backup</c>: exits 0 where the backup is made, 1 where not, or where something in the library is damaged and so in the backup.</summary>
internal sealed class BackupCommands : ICommandGroup
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "Where to: an earlier backup, an empty folder, or one that does not exist yet in one that does. On another disk best of all.",
    };

    private readonly Option<bool> _existing = new("--existing")
    {
        Description = "Refuses where no earlier backup is in the folder, as on a disk that is not mounted. For what runs by itself.",
    };

    public Command Build() => new LibraryCommand(
        "backup",
        "Copies the whole library, accounts and keys included, as it is at one moment, while the server runs. Copies only what the folder lacks. "
        + "Exits 1 where no backup was made, or where the library is damaged.",
        BackUpAsync)
    {
        Use = LibraryUse.OpenedIfWritable,
        Arguments = { _folder },
        Options = { _existing },
        Examples =
        [
            ("piton backup /mnt/disk/piton", "Makes a backup, or brings it up to date. The user that runs the server has to be able to write there."),
            ("piton backup /mnt/disk/piton --existing", "Brings it up to date, and makes none where the disk is not mounted."),
            ("piton verify /mnt/disk/piton", "Says whether it is good."),
        ],
    };

    private async Task<int> BackUpAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var folder = call.PathOf(call.Arguments.GetRequiredValue(_folder));
        var made = await call.SendAsync(
            new BackUpLibraryCommand(call.Actor, folder, call.Arguments.GetValue(_existing), new LibraryProgressOutput(call.Output, "Backing up")), cancellationToken);
        return await call.AnswerAsync(made, report => ReportAsync(call, folder, report));
    }

    private static async Task<int> ReportAsync(CommandCall call, string folder, BackupReport report)
    {
        await call.Output.DefectsAsync(report.Defects);
        if (report.IsNew)
        {
            await call.Output.LineAsync($"This is a new backup: there was none in {folder}.");
        }

        await call.Output.LineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{report.Sum()} in {folder}; {report.CopiedImages:N0} images were new, {report.CopiedBytes:N0} bytes were copied"));
        await call.Output.DocumentAsync(report);
        return report.IsWhole
            ? ExitCodes.Done
            : await call.Output.FailAsync("the backup is made, but what is damaged in the library is so in the backup. Run piton verify.");
    }
}
