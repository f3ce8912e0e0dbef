using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;

namespace Piton.Benchmarks;

/// <summary>What the gallery costs a browser, and how soon an uploaded picture is seen.</summary>
internal sealed class BrowserBenchmark : IBenchmark
{
    private const int Library = 10_000;
    private const int Scrolled = 2_000;
    private const int Step = 800;
    private const int Photographs = 5;

    private static readonly ViewportSize Window = new() { Width = 1440, Height = 900 };

    // The shifts that a person did not bring about, and the tasks that kept one waiting.
    private const string Watch = """
        globalThis.shift = 0;
        globalThis.longest = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.shift += entry.hadRecentInput ? 0 : entry.value; })
          .observe({ type: "layout-shift", buffered: true });
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration); })
          .observe({ type: "longtask" });
        """;

    public string Name => "browser";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        await using (var piton = await PitonUnderTest.StartAsync(data => PicturedLibrary.Write(data, Library)))
        {
            var page = await OpenAsync(browser, piton);
            yield return Row.AtMost("script and style of the gallery, gzipped", 60, await GzippedKilobytesAsync(piton, page), " KB");
            yield return Row.AtMost(
                "images fetched before scrolling, 1440 × 900: how far below the view the row of the last begins", 1250, await FurthestFetchedAsync(page), " px");

            // Until here the page was loading.
            await page.EvaluateAsync("() => { globalThis.longest = 0; }");
            await ScrollToAsync(page, Scrolled);
            yield return Row.AtMost("layout shift while scrolling 2,000 images", 0.01, await page.EvaluateAsync<double>("() => globalThis.shift"));
            await ScrollToAsync(page, Library);
            yield return Row.AtMost("longest task of the main thread while scrolling 10,000 images", 100, await page.EvaluateAsync<double>("() => globalThis.longest"), " ms",
                " (the browser tells of those from 50 ms on)");
            var (nodes, heap) = await WeightAsync(page);
            yield return Row.AtMost("DOM nodes after scrolling 10,000 images", 15_000, nodes);
            yield return Row.AtMost("JS heap after scrolling 10,000 images", 80, heap, " MB");
        }

        yield return await UploadAsync(browser);
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, PitonUnderTest piton)
    {
        var page = await browser.NewPageAsync(new() { BaseURL = piton.Client.BaseAddress!.ToString(), ViewportSize = Window });
        await page.AddInitScriptAsync(Watch);
        await page.Context.AddCookiesAsync(
            [new() { Name = piton.Keeper.Session.Name, Value = piton.Keeper.Session.Value, Url = piton.Client.BaseAddress.ToString() }]);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    private static async Task<double> GzippedKilobytesAsync(PitonUnderTest piton, IPage page)
    {
        var addresses = await page.EvaluateAsync<string[]>(
            "() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => new URL(name).pathname.startsWith('/assets/'))");
        var bytes = 0L;
        foreach (var address in addresses.Distinct())
        {
            using var zipped = new MemoryStream();
            await using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            {
                await gzip.WriteAsync(await piton.Client.GetByteArrayAsync(address));
            }

            bytes += zipped.Length;
        }

        return bytes / 1000.0;
    }

    private static Task<double> FurthestFetchedAsync(IPage page) => page.EvaluateAsync<double>("""
        () => {
          const fetched = new Set(performance.getEntriesByType("resource").map((entry) => entry.name));
          const rows = [...document.querySelectorAll(".row")].filter((row) => [...row.querySelectorAll("img")].some((picture) => fetched.has(picture.currentSrc)));
          return Math.max(0, ...rows.map((row) => row.getBoundingClientRect().top - innerHeight));
        }
        """);

    // By the wheel, as fast as the frames come.
    private static async Task ScrollToAsync(IPage page, int count)
    {
        await page.Mouse.MoveAsync(Window.Width / 2f, Window.Height / 2f);
        for (var isThere = false; !isThere;)
        {
            await page.Mouse.WheelAsync(0, Step);
            isThere = await page.EvaluateAsync<bool>("""
                (count) => new Promise((done) => requestAnimationFrame(() => {
                  globalThis.seen ??= new Set();
                  for (const cell of document.querySelectorAll(".cell")) {
                    if (cell.getBoundingClientRect().top < innerHeight) {
                      seen.add(cell.dataset.tile);
                    }
                  }

                  done(seen.size >= count);
                }))
                """, count);
        }
    }

    private static async Task<(double Nodes, double Megabytes)> WeightAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        await session.SendAsync("Performance.enable");
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        return (metrics["Nodes"], metrics["JSHeapUsedSize"] / 1_000_000);
    }

    private static async Task<Row> UploadAsync(IBrowser browser)
    {
        await using var piton = await PitonUnderTest.StartAsync();
        await piton.WarmUpAsync();
        var page = await OpenAsync(browser, piton);
        await page.Keyboard.PressAsync("u");
        var input = page.Locator(".uploads input[type=file]").First;
        await input.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var times = new List<double>();
        var photograph = Pictures.Photograph(2048, 1536);
        for (var number = 0; number < Photographs; number++)
        {
            times.Add(await UploadOneAsync(piton, page, input, $"upload-{number}.jpg", Pictures.Another(photograph)));
        }

        return Row.AtMost(
            "from choosing one 3 MP photograph to seeing its tile, beyond its conversion", 1, times.Median(), " s",
            Row.Text($" ({times.Min():0.00} to {times.Max():0.00} s)"));
    }

    // As the page itself sees it: from the moment the file is chosen until a frame in which its picture stands in the grid.
    private static async Task<double> UploadOneAsync(PitonUnderTest piton, IPage page, ILocator input, string fileName, byte[] photograph)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        await page.EvaluateAsync("""
            (name) => {
              globalThis.seenAt = 0;
              document.addEventListener("change", () => { globalThis.chosenAt ||= performance.now(); }, { capture: true, once: true });
              globalThis.chosenAt = 0;
              const look = () => {
                const picture = document.querySelector(`.cell:first-child img[alt="${name}"]`);
                globalThis.seenAt = picture?.complete && picture.naturalWidth > 0 ? performance.now() : 0;
                globalThis.seenAt || requestAnimationFrame(look);
              };
              look();
            }
            """, name);
        await input.SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = "image/jpeg", Buffer = photograph });
        await page.WaitForFunctionAsync("() => globalThis.seenAt > 0", null, new() { Timeout = 30_000 });
        var seconds = await page.EvaluateAsync<double>("() => (seenAt - chosenAt) / 1000");
        using var answer = JsonDocument.Parse(await piton.Client.GetStringAsync($"/api/v1/images?q={name}"));
        return seconds - answer.RootElement.GetProperty("items")[0].GetProperty("conversion").GetProperty("milliseconds").GetDouble() / 1000;
    }
}
