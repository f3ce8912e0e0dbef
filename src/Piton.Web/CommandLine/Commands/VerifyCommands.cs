using System.CommandLine;
using System.Globalization;
using Piton.Application.Library.VerifyLibrary;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton verify</c>: exits 0 where the library is whole, or was made so, 1 where anything is damaged or missing, 3 where it could not look.</summary>
internal sealed class VerifyCommands : ICommandGroup
{
    private readonly Option<bool> _repair = new("--repair")
    {
        Description = "Rebuilds a damaged or lost catalogue from what is kept beside the pictures, and takes in those that it does not know. The old one is kept aside.",
    };

    public Command Build() => new LibraryCommand(
        "verify", "Checks every line of the catalogue and every byte of the pictures. Exits 1 where anything is damaged, 3 where it could not look.", VerifyAsync)
    {
        Use = LibraryUse.AsItLies,
        OnlyLooks = true,
        Options = { _repair },
        Examples =
        [
            ("piton verify", "Looks, and changes nothing."),
            ("piton verify --repair", "Mends the catalogue, or takes in what is newer than a restored one. Stop the server first."),
        ],
    };

    private async Task<int> VerifyAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var result = await call.SendAsync(new VerifyLibraryCommand(call.Actor, call.Arguments.GetValue(_repair)), cancellationToken);
        return await result.Match(
            report => ReportAsync(call, report), why => call.Output.FailAsync($"the library was not verified. {why}", ExitCodes.CouldNotLook));
    }

    private static async Task<int> ReportAsync(CommandCall call, LibraryReport report)
    {
        foreach (var defect in report.Defects)
        {
            await call.Output.LineAsync($"{Word(defect)} {defect.Place}: {defect.Detail}");
        }

        await call.Output.LineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Images:N0} images, {report.Files:N0} files, {report.Bytes:N0} bytes: {(report.IsWhole ? "whole" : "damaged")}"));
        await call.Output.DocumentAsync(report);
        return report.IsWhole ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string Word(LibraryDefect defect) => defect switch
    {
        { Repaired: true } => "repaired",
        { IsDamage: true } => "DAMAGED",
        _ => "left over",
    };
}
