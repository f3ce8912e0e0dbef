using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Piton.Benchmarks;
using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults.Load;

/// <summary>Many clients who upload photographs for a long time, while others look at the gallery: what is lost, what it costs, and what those who look feel.</summary>
internal sealed class Soak(Server server, Ledger ledger, Photograph[] photographs)
{
    // 3, 6 and 12 megapixels.
    private static readonly (int Width, int Height)[] Sizes = [(2048, 1536), (3000, 2000), (4000, 3000)];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenMeasurements = TimeSpan.FromSeconds(5);

    // Where more want to upload than can, the last of those who may wait does so for a while.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What the runtime, its compiler and the pool of workers take is not growth.
    private const double WarmUp = 0.2;

    private const int SampleClients = 6;
    private static readonly TimeSpan SampleDuration = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<double> _refusals = [];
    private readonly ConcurrentBag<double> _looks = [];
    private readonly List<double> _megabytes = [];
    private int _uploads;
    private int _others;

    /// <summary>Lets it take place, and prints what was measured.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(int clients, TimeSpan duration)
    {
        var (figures, losses) = await TakePlaceAsync(clients, duration);
        return Print([.. figures, .. losses]);
    }

    /// <summary>A short one with few clients, of which only what was lost or refused counts: how long things take says nothing beside other work.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunSampleAsync()
    {
        var (_, losses) = await TakePlaceAsync(SampleClients, SampleDuration);
        return Print(losses);
    }

    private static async Task<(Row[] Figures, Row[] Losses)> TakePlaceAsync(int clients, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("piton-soak-");
        try
        {
            var photographs = Enumerable.Range(0, clients).Select(number => new Photograph(Sizes[number % Sizes.Length])).ToArray();
            return await TakePlaceAsync(Path.Combine(folder.FullName, "data"), photographs, duration);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(Row[] Figures, Row[] Losses)> TakePlaceAsync(string library, Photograph[] photographs, TimeSpan duration)
    {
        var ledger = new Ledger();
        HouseKeeper keeper;
        Soak soak;
        Row[] figures;
        await using (var server = await Server.StartAsync(library, null, HouseKeeper.Settings[..2]))
        {
            server.Client.Timeout = Patience;
            keeper = await HouseKeeper.SignInAsync(server.Address);
            server.LetIn(keeper);
            soak = new Soak(server, ledger, photographs);
            figures = await soak.MeasureAsync(duration);
        }

        var flaws = await FindFlawsAsync(library, keeper, ledger);
        flaws.ForEach(Console.WriteLine);
        return (figures,
        [
            Row.AtLeast("the same: what was acknowledged", 1, ledger.Acknowledged),
            Row.AtMost("the same: refused otherwise than with 503", 0, soak._others),
            new Row("the same: what was lost of what was acknowledged, after kill -9", "0", Row.Text($"{flaws.Count} of {ledger.Acknowledged:N0}"), flaws.Count == 0),
        ]);
    }

    private static int Print(Row[] rows)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| what | bar | measured | |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine(row);
        }

        return rows.All(row => row.Held != false) ? 0 : 1;
    }

    private static async Task<List<string>> FindFlawsAsync(string library, HouseKeeper keeper, Ledger ledger)
    {
        List<string> flaws;
        await using (var server = await Server.StartAsync(library, keeper))
        {
            flaws = [.. await new Examiner(server, library, ledger).FindFlawsAsync()];
        }

        var (exitCode, output) = await Server.RunAsync(library, ["verify"]);
        return exitCode == 0 ? flaws : [.. flaws, $"piton verify exits with {exitCode}: {output}"];
    }

    private async Task<Row[]> MeasureAsync(TimeSpan duration)
    {
        using var end = new CancellationTokenSource(duration);
        Task[] all = [LookAsync(end.Token), MeasureMemoryAsync(end.Token), .. photographs.Select(photograph => UploadAsync(photograph, end.Token))];
        await Task.WhenAll(all);

        var steady = _megabytes.Skip((int)(_megabytes.Count * WarmUp)).ToArray();
        var (early, late) = (Middle(steady[..(steady.Length / 4)]), Middle(steady[^(steady.Length / 4)..]));
        var what = Row.Text($"{photographs.Length} clients, 3 to 12 MP, {duration.TotalMinutes:0.#} minutes");
        return
        [
            new Row($"{what}: uploads acknowledged", "report", Row.Text($"{_uploads:N0}, {_uploads / duration.TotalSeconds:0.00} a second"), null),
            Row.AtMost("the same: p99 of the time to a 503", 1, Slowest(_refusals) / 1000, " s", Row.Text($" (of {_refusals.Count:N0}; median {Middle(_refusals) / 1000:0.00} s)")),
            Row.AtMost("the same: p99 of the gallery meanwhile", 200, Slowest(_looks), " ms", Row.Text($" (of {_looks.Count:N0}; median {Middle(_looks):0} ms)")),
            Row.AtMost("the same: memory of the server in its last quarter ÷ in its first after a fifth", 1.05, late / early, "", Row.Text($" ({late:0} MB ÷ {early:0} MB)")),
        ];
    }

    private async Task UploadAsync(Photograph photograph, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var wait = TimeSpan.Zero;
            var answer = await ledger.ChangeAsync([photograph.Source], Standing.Named(photograph.Name), async () =>
            {
                (var became, wait) = await SendAsync(photograph);
                return became;
            });
            if (answer == Answer.Acknowledged)
            {
                photograph.Change();
            }

            await PauseAsync(wait, cancellationToken);
        }
    }

    private async Task<(Answer Answer, TimeSpan Wait)> SendAsync(Photograph photograph)
    {
        using var form = Uploads.Form(photograph.Bytes, "photograph.jpg", ("name", photograph.Name));
        var began = Stopwatch.GetTimestamp();
        using var answer = await server.Client.PostAsync(Uploads.Api, form);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (answer.IsSuccessStatusCode)
        {
            Interlocked.Increment(ref _uploads);
            var image = await answer.JsonAsync();
            ledger.Note(photograph.Source, it => it with { Id = image.Text("id") });
            return (Answer.Acknowledged, TimeSpan.Zero);
        }

        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            _refusals.Add(took);
        }
        else
        {
            Interlocked.Increment(ref _others);
        }

        return (Answer.Refused, answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
    }

    // One look every tenth of a second, whether the one before was answered or not.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var looks = new List<Task>();
        while (!cancellationToken.IsCancellationRequested)
        {
            looks.Add(LookOnceAsync());
            await PauseAsync(BetweenLooks, cancellationToken);
        }

        await Task.WhenAll(looks);
    }

    private async Task LookOnceAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await server.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        _looks.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private async Task MeasureMemoryAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            _megabytes.Add(ProcessFigures.Megabytes(server.Id));
            await PauseAsync(BetweenMeasurements, cancellationToken);
        }
    }

    private static async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private static double Slowest(IReadOnlyCollection<double> figures) => figures.Count == 0 ? 0 : figures.Order().ElementAt((int)(figures.Count * 0.99));

    private static double Middle(IReadOnlyCollection<double> figures) => figures.Count == 0 ? 0 : figures.Median();
}
