using System.CommandLine;
using Ardalis.Result;
using Piton.Application.Library.VerifyBackup;
using Piton.Application.Library.VerifyLibrary;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton verify [backup]</c>: exits 0 where the library or the backup is whole, or was made so, 1 where anything is damaged or missing, 3 where it could not look.</summary>
internal sealed class VerifyCommands : ICommandGroup
{
    private readonly Option<bool> _repair = new("--repair")
    {
        Description = "Rebuilds a damaged or lost catalogue from what is kept beside the pictures, and takes in those that it does not know, as private ones. The old one is kept aside.",
    };

    private readonly Argument<string?> _backup = new("backup")
    {
        Description = "The folder of a backup to check instead of the library.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Build() => new LibraryCommand(
        "verify",
        "Checks every line of the catalogue and of the logs, and every byte of the pictures; or every byte of a backup. Exits 1 where anything is damaged, 3 where it could not look.",
        VerifyAsync)
    {
        Use = LibraryUse.AsItLies,
        OnlyLooks = true,
        Arguments = { _backup },
        Options = { _repair },
        Examples =
        [
            ("piton verify", "Looks, and changes nothing; the server may go on meanwhile."),
            ("piton verify --repair", "Mends the catalogue, or takes in what is newer than a restored one. Stop the server first."),
            ("piton verify /mnt/disk/piton", "Reads all of a backup."),
        ],
    };

    private async Task<int> VerifyAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (backup, repair) = (call.Arguments.GetValue(_backup), call.Arguments.GetValue(_repair));
        if (backup is not null && repair)
        {
            return await call.Output.FailAsync("--repair mends the library. To mend a backup, run piton backup again.", ExitCodes.Misused);
        }

        var (what, result) = backup is null ? ("library", await LookAtLibraryAsync(call, repair, cancellationToken)) : ("backup", await LookAtBackupAsync(call, backup, cancellationToken));
        return await result.Match(
            report => ReportAsync(call, report), why => call.Output.FailAsync($"the {what} was not verified. {why}", ExitCodes.CouldNotLook));
    }

    private static Task<Result<LibraryReport>> LookAtLibraryAsync(CommandCall call, bool repair, CancellationToken cancellationToken) =>
        call.SendAsync(new VerifyLibraryCommand(call.Actor, repair, new LibraryProgressOutput(call.Output, repair ? "Repairing" : "Verifying")), cancellationToken);

    private static Task<Result<LibraryReport>> LookAtBackupAsync(CommandCall call, string folder, CancellationToken cancellationToken) =>
        call.SendAsync(new VerifyBackupQuery(call.Actor, call.PathOf(folder), new LibraryProgressOutput(call.Output, "Verifying")), cancellationToken);

    private static async Task<int> ReportAsync(CommandCall call, LibraryReport report)
    {
        await call.Output.DefectsAsync(report.Defects);
        await call.Output.LineAsync($"{report.Sum()}: {(report.IsWhole ? "whole" : "damaged")}");
        await call.Output.DocumentAsync(report);
        return report.IsWhole ? ExitCodes.Done : ExitCodes.Failed;
    }
}
