using System.Globalization;
using System.Reflection;
using Ardalis.Result;
using MediatR;
using Piton.Application.Library.VerifyLibrary;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine;

/// <summary><c>piton verify</c>: exits 0 where the library is whole, or was made so, 1 where anything is damaged or missing, 3 where it could not look.</summary>
internal static class VerifyCommand
{
    private const int CouldNotLook = 3;

    public static Task<int> RunAsync(string[] settings, Assembly[] extensions, bool repair, CancellationToken cancellationToken) =>
        PitonHost.GuardAsync(async () =>
        {
            await using var app = PitonHost.Build(settings, extensions);
            var mediator = app.Services.GetRequiredService<IMediator>();
            return Report(await mediator.Send(new VerifyLibraryCommand(Actor.System, repair), cancellationToken));
        }, couldNotRun: CouldNotLook);

    private static int Report(Result<LibraryReport> result)
    {
        if (!result.IsSuccess)
        {
            Console.Error.WriteLine($"piton: the library was not verified ({result.Status}). {string.Join(' ', result.Errors)}");
            return CouldNotLook;
        }

        Print(result.Value);
        return result.Value.IsWhole ? 0 : 1;
    }

    private static void Print(LibraryReport report)
    {
        foreach (var defect in report.Defects)
        {
            Console.WriteLine($"{Word(defect)} {defect.Place}: {defect.Detail}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Images:N0} images, {report.Files:N0} files, {report.Bytes:N0} bytes: {(report.IsWhole ? "whole" : "damaged")}"));
    }

    private static string Word(LibraryDefect defect) => defect switch
    {
        { Repaired: true } => "repaired",
        { IsDamage: true } => "DAMAGED",
        _ => "left over",
    };
}
