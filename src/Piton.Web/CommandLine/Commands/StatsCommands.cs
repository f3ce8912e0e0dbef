using System.CommandLine;
using System.Globalization;
using Piton.Application.Library.GetStatistics;
using Piton.Domain.Access;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton stats</c>.</summary>
internal sealed class StatsCommands : ICommandGroup
{
    public Command Build() => new LibraryCommand("stats", "Says how much there is: images, bytes, accounts.", ShowAsync)
    {
        OnlyLooks = true,
        Examples = [("piton stats", "What the overview of the administration shows."), ("piton stats --json", "The same for a program that watches.")],
    };

    private static async Task<int> ShowAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var result = await call.SendAsync(new GetStatisticsQuery(call.Actor), cancellationToken);
        return await call.AnswerAsync(result, async all =>
        {
            await call.Output.TableAsync(new CommandTable(["what", "how much"], [.. Rows(all)]));
            return await call.Output.DoneAsync(new
            {
                Images = new { all.Images.Public, all.Images.Unlisted, all.Images.Private, all.Images.Trashed },
                Bytes = new { Source = all.Images.SourceBytes, Stored = all.Images.StoredBytes, Saved = all.Images.SavedBytes },
                Days = all.Days.Select(day => new { day.Day, day.Count }),
                Accounts = all.Accounts.ToDictionary(one => one.Role.Name(), one => one.Count),
            });
        });
    }

    private static IEnumerable<string[]> Rows(LibraryStatistics all) =>
    [
        ["public images", Number(all.Images.Public)],
        ["unlisted images", Number(all.Images.Unlisted)],
        ["private images", Number(all.Images.Private)],
        ["images in the trash", Number(all.Images.Trashed)],
        ["bytes as they were sent", Number(all.Images.SourceBytes)],
        ["bytes of all files", Number(all.Images.StoredBytes)],
        ["bytes saved by conversion", Number(all.Images.SavedBytes)],
        [$"images of the last {GetStatisticsQuery.Days} days", Number(all.Days.Sum(day => day.Count))],
        .. all.Accounts.Select(one => new[] { $"accounts: {one.Role.Name()}", Number(one.Count) }),
    ];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
