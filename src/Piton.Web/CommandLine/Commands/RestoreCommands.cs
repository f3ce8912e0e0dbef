using System.CommandLine;
using Piton.Application.Library.RestoreLibrary;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton restore</c>: exits 0 where the whole library is there, 1 where nothing was restored, or what there was of a damaged backup.</summary>
internal sealed class RestoreCommands : ICommandGroup
{
    private readonly Argument<string> _folder = new("folder") { Description = "The folder of the backup." };

    private readonly Option<bool> _evenIfDamaged = new("--even-if-damaged")
    {
        Description = "Brings back what there is of a damaged backup, damaged pictures as they are, and exits 1. For where there is no other.",
    };

    public Command Build() => new LibraryCommand(
        "restore",
        "Checks every byte of a backup, and where it is whole brings it into the data folder, which has to be empty. Exits 1 where it is damaged.",
        RestoreAsync)
    {
        Use = LibraryUse.AsItLies,
        Arguments = { _folder },
        Options = { _evenIfDamaged },
        Examples =
        [
            ("piton restore /mnt/disk/piton --Piton:DataDirectory=/srv/piton", "Restores into that folder. Start the server on it afterwards; everybody has to sign in again."),
            ("piton restore /mnt/disk/piton --even-if-damaged", "Brings back what can be read of the only backup there is."),
        ],
    };

    private async Task<int> RestoreAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var folder = call.PathOf(call.Arguments.GetRequiredValue(_folder));
        var evenIfDamaged = call.Arguments.GetValue(_evenIfDamaged);
        var restored = await call.SendAsync(
            new RestoreLibraryCommand(call.Actor, folder, evenIfDamaged, new LibraryProgressOutput(call.Output, "Restoring")), cancellationToken);
        return await call.AnswerAsync(restored, report => ReportAsync(call, folder, report, evenIfDamaged));
    }

    private static async Task<int> ReportAsync(CommandCall call, string folder, LibraryReport report, bool evenIfDamaged)
    {
        await call.Output.DefectsAsync(report.Defects);
        var library = call.Services.GetRequiredService<LibraryLocation>();
        if (report.IsWhole)
        {
            return await call.Output.DoneAsync(report, $"{report.Sum()} are in {library.Root} now");
        }

        await call.Output.DocumentAsync(report);
        return await call.Output.FailAsync(evenIfDamaged
            ? $"the backup in {folder} is damaged. What could be read of it is in {library.Root} now, damaged pictures as they are: piton verify names them, and piton verify "
                + "--repair mends the catalogue where that is damaged. Make the next backup into another folder."
            : $"the backup in {folder} is damaged, so nothing of it was restored. Where there is no better one, piton restore --even-if-damaged brings back what can be read.");
    }
}
