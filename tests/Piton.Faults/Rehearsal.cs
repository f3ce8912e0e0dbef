using System.Net;
using System.Text.RegularExpressions;
using Piton.Faults.Calls;
using Piton.Faults.Scenarios;
using Piton.Web.Tests;

namespace Piton.Faults;

/// <summary>Lets a scenario take place once, with something that goes wrong, and looks at what is left.</summary>
internal sealed partial class Rehearsal(Baseline baseline)
{
    public async Task<Showing> RunAsync(IScenario scenario, Fault fault)
    {
        await using var stage = await baseline.SetUpAsync(fault);
        try
        {
            var flaws = new List<string>();
            await scenario.ActAsync(stage);
            if (stage.Hit is null)
            {
                flaws.AddRange(stage.Ledger.Pictures.Where(picture => !picture.IsCertain).Select(picture => $"picture {picture.Id} was not changed, though nothing went wrong"));
                flaws.AddRange(stage.Complaint is { } complaint ? [$"it ended, though nothing went wrong: {complaint}"] : []);
            }
            else if (fault.Kind == FaultKind.Failure)
            {
                flaws.AddRange(await LookAfterFailureAsync(stage, stage.Hit, fault));
            }

            var (hit, calls) = (stage.Hit, stage.Calls.Count);
            await stage.DisposeAsync();
            flaws.AddRange(await scenario.MendAsync(stage));
            flaws.AddRange(await stage.ComeBackAsync(stage.Library, stage.Ledger));
            return new Showing(hit, calls, flaws);
        }
        finally
        {
            Directory.Delete(stage.Folder, recursive: true);
        }
    }

    /// <summary>What survives a call that failed has to go on, and to say what is wrong.</summary>
    private static async Task<IReadOnlyList<string>> LookAfterFailureAsync(Stage stage, DiskCall call, Fault fault)
    {
        if (stage.Complaint is { } complaint)
        {
            return Surprise().IsMatch(complaint) || !OwnWords().IsMatch(complaint)
                ? [$"it ended without saying why in words of its own: {complaint}"]
                : [];
        }

        if (stage.Report is { } report)
        {
            return call.Kind.IsFlush && !DoneAllTheSame().IsMatch(report) ? [$"a flush failed, and the command exits with 0: {report}"] : [];
        }

        if (stage.Server?.Client is not { } client)
        {
            return [];
        }

        var flaws = new List<string>();
        if (call.Kind.IsFlush && fault.Error == Kernel.InputOutputError && !call.Path.EndsWith(".new", StringComparison.Ordinal))
        {
            flaws.AddRange(await LookWhetherReadOnlyAsync(client, stage.Keeper));
        }

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        if (ready.StatusCode != HttpStatusCode.OK)
        {
            flaws.Add($"its health is answered with {(int)ready.StatusCode}");
        }

        return flaws;
    }

    private static async Task<IReadOnlyList<string>> LookWhetherReadOnlyAsync(HttpClient client, HouseKeeper? keeper)
    {
        var health = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        IReadOnlyList<string> flaws = health.Contains("read-only", StringComparison.Ordinal) ? [] : ["a flush failed, and its health does not say that it is read-only"];
        if (keeper is null)
        {
            // Nobody is known who could upload.
            return flaws;
        }

        using var form = Uploads.Form(TestImages.Jpeg(64, 48));
        using var upload = await client.PostAsync(Uploads.Api, form);
        return
        [
            .. flaws,
            .. upload.StatusCode == HttpStatusCode.ServiceUnavailable ? Array.Empty<string>() : [$"a flush failed, and the next upload is answered with {(int)upload.StatusCode}"],
        ];
    }

    // What the runtime prints where nobody knows what went wrong; a line of the log may hold the same of what somebody does.
    [GeneratedRegex("^(Unhandled exception|   at )", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Surprise();

    // The last line of whatever did not do what it was asked to.
    [GeneratedRegex("^piton: .+\\n\\z", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OwnWords();

    // What was asked for is done, and on disk: of who did it there is no line, or what it put out of date is left over.
    [GeneratedRegex("The audit log could not be written|The backup is complete\\.")]
    private static partial Regex DoneAllTheSame();
}
