using System.Net;
using Piton.Faults.Calls;
using Piton.Faults.Ledgers;
using Piton.Faults.Scenarios;
using Piton.Web.Tests;

namespace Piton.Faults;

/// <summary>Lets a scenario take place once, with something that goes wrong, and looks at what is left.</summary>
internal sealed class Rehearsal(Baseline baseline)
{
    /// <summary>What Piton never prints where it knows what went wrong.</summary>
    private static readonly string[] SignsOfSurprise = ["Unhandled exception", "   at Piton."];

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
            }
            else if (fault.Kind == FaultKind.Failure)
            {
                flaws.AddRange(await LookAfterFailureAsync(stage, stage.Hit, fault));
            }

            var (hit, calls) = (stage.Hit, stage.Calls.Count);
            await stage.DisposeAsync();
            flaws.AddRange(await scenario.MendAsync(stage));
            flaws.AddRange(await ComeBackAsync(stage));
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
            return complaint.Length == 0 || SignsOfSurprise.Any(sign => complaint.Contains(sign, StringComparison.Ordinal))
                ? [$"it ended without saying why in words of its own: {complaint}"]
                : [];
        }

        if (stage.Server?.Client is not { } client)
        {
            return [];
        }

        var flaws = new List<string>();
        if (call.Kind.IsFlush && fault.Error == Kernel.InputOutputError && !call.Path.EndsWith(".new", StringComparison.Ordinal))
        {
            flaws.AddRange(await LookWhetherReadOnlyAsync(client));
        }

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        if (ready.StatusCode != HttpStatusCode.OK)
        {
            flaws.Add($"its health is answered with {(int)ready.StatusCode}");
        }

        return flaws;
    }

    private static async Task<IReadOnlyList<string>> LookWhetherReadOnlyAsync(HttpClient client)
    {
        var health = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
        using var form = Uploads.Form(TestImages.Jpeg(64, 48));
        using var upload = await client.PostAsync(Uploads.Api, form);
        return
        [
            .. health.Contains("read-only", StringComparison.Ordinal) ? Array.Empty<string>() : ["a flush failed, and its health does not say that it is read-only"],
            .. upload.StatusCode == HttpStatusCode.ServiceUnavailable ? Array.Empty<string>() : [$"a flush failed, and the next upload is answered with {(int)upload.StatusCode}"],
        ];
    }

    private static async Task<IReadOnlyList<string>> ComeBackAsync(Stage stage)
    {
        var flaws = new List<string>();
        var (server, complaint) = await Server.TryStartAsync(stage.Library, stage.Keeper, stage.Settings);
        if (server is null)
        {
            return [$"it did not start again: {complaint}"];
        }

        await using (server)
        {
            // In a library that knows nobody yet there is nothing to look at.
            flaws.AddRange(stage.Keeper is null ? [] : await new Examiner(server, stage.Library, stage.Ledger).FindFlawsAsync());
        }

        return [.. flaws, .. await stage.FlawsOfAsync("verify")];
    }
}
