using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>One window, and what the browser complained of in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>How long what is expected may take: milliseconds. A machine that has much else to do is no fault.</summary>
    public const int Patience = 45_000;

    // Counts what moves by itself; what moves because somebody clicked is no fault.
    private const string WatchShifts = """
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shift += entry.hadRecentInput ? 0 : entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentDictionary<string, string> _pictures = [];
    private readonly ConcurrentDictionary<string, bool> _documents = [];

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => Remember(request);
        page.Response += (_, response) => Hear(response);
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.RequestFailed += (_, request) => HearFailed(request);
    }

    public IPage Page { get; }

    /// <summary>Errors on the console (a breach of the content security policy is one), errors of scripts, and what did not load.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The media type of every picture of the library that was loaded, by its address.</summary>
    public IReadOnlyDictionary<string, string> Pictures => _pictures;

    public static async Task<Visit> StartAsync(IBrowser browser, BrowserNewContextOptions options, System.Net.Cookie? session)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync(WatchShifts);
        if (session is not null)
        {
            await context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = options.BaseURL, HttpOnly = true }]);
        }

        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>The complaints up to now, each of which is told once.</summary>
    public IEnumerable<string> TakeComplaints()
    {
        while (_complaints.TryDequeue(out var complaint))
        {
            yield return complaint;
        }
    }

    public Task OpenAsync(string path) => Page.GotoAsync(path);

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The picture that the lightbox shows.</summary>
    public ILocator Shown => Page.Locator(".pswp__item[aria-hidden=false] img.pswp__img").Last;

    /// <summary>The tile of a picture of that name.</summary>
    public ILocator Tile(string name) =>
        Page.Locator(".cell").Filter(new() { Has = Page.Locator("b", new() { HasTextRegex = new Regex($"^{Regex.Escape(name)}$") }) });

    /// <summary>The head of a part that folds out.</summary>
    public ILocator Fold(string name) => Page.Locator("summary").Filter(new() { HasText = name });

    /// <summary>Chooses a language or a theme in the menu of the bar, under the name that it has there.</summary>
    public async Task PreferAsync(string name)
    {
        await Page.Locator("#preferences").ClickAsync();
        await Button(name).ClickAsync();
    }

    /// <summary>Opens a picture of the gallery over it.</summary>
    public async Task OpenLightboxAsync(string gallery, string name)
    {
        await OpenAsync(gallery);
        await Link(name).ClickAsync();
        await Assertions.Expect(Page.Locator(".pswp--open")).ToBeVisibleAsync();

        // It opens by a zoom, and takes no keys until that has ended.
        await Assertions.Expect(Page.Locator(".pswp")).ToBeFocusedAsync();
    }

    /// <summary>Lays a finger on the page, draws it along and lifts it.</summary>
    /// <param name="points">In CSS pixels of the view.</param>
    /// <param name="stayFor">How long it rests on the first point: milliseconds.</param>
    public async Task TouchAsync((int X, int Y)[] points, int stayFor = 20)
    {
        var devtools = await Page.Context.NewCDPSessionAsync(Page);
        for (var i = 0; i < points.Length; i++)
        {
            await devtools.SendAsync("Input.dispatchTouchEvent", Finger(i == 0 ? "touchStart" : "touchMove", [points[i]]));
            await Page.WaitForTimeoutAsync(i == 0 ? stayFor : 20);
        }

        await devtools.SendAsync("Input.dispatchTouchEvent", Finger("touchEnd", []));

        static Dictionary<string, object> Finger(string type, (int X, int Y)[] points) => new()
        {
            ["type"] = type,
            ["touchPoints"] = points.Select(point => new { x = point.X, y = point.Y }).ToArray(),
        };
    }

    /// <summary>Without JavaScript: unfolds the form, puts the files into it and gives the first of them names; the rest is called like its files.</summary>
    public async Task FillUploadFormAsync(IReadOnlyList<FilePayload> files, params string[] names)
    {
        if (await Fold("Add pictures").CountAsync() > 0)
        {
            await Fold("Add pictures").ClickAsync();
        }

        await Page.Locator("#files").SetInputFilesAsync(files);
        await Fold("Give names").ClickAsync();
        for (var i = 0; i < names.Length; i++)
        {
            await Page.Locator("input[name='names[]']").Nth(i).FillAsync(names[i]);
        }
    }

    /// <summary>Waits until every picture of the page is there: <c>complete</c> alone is also true of one that failed.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> LoadPicturesAsync()
    {
        var pictures = await Page.Locator("main img").AllAsync();
        foreach (var picture in pictures)
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
            Assert.NotEqual(0, await picture.EvaluateAsync<int>("picture => picture.naturalWidth"));
        }

        return pictures.Count;
    }

    /// <summary>Where every picture, heading and button is on the page, and how large; the rail of months comes later, beside them.</summary>
    public Task<string[]> BoxesAsync() => Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll("img, h1, main li, main dt, main .button, main button")].filter((element) => element.getClientRects().length > 0 && element.closest(".rail") === null).map((element) => {
          const box = element.getBoundingClientRect();
          const parts = [box.x + scrollX, box.y + scrollY, box.width, box.height];
          return `${element.localName}.${element.className.replace("here", "").trim()} ${parts.map(Math.round)}`;
        })
        """);

    /// <summary>How far the page has moved under its reader until now: the sum of all layout shifts.</summary>
    public Task<double> ShiftAsync() => Page.EvaluateAsync<double>(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(globalThis.shift)))))");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Remember(IRequest request)
    {
        if (request.IsNavigationRequest)
        {
            _documents[request.Url] = true;
        }
    }

    private void Hear(IResponse response)
    {
        if (response.Request.ResourceType == "image" && response.Url.Contains("/uploads/", StringComparison.Ordinal))
        {
            _pictures[response.Url] = response.Headers.GetValueOrDefault("content-type", "");
        }
    }

    // What was still under way when the visitor went on is given up, and rightly so.
    private void HearFailed(IRequest request)
    {
        if (request.Failure != "net::ERR_ABORTED")
        {
            _complaints.Enqueue($"{request.Url}: {request.Failure}");
        }
    }

    // The status of the page itself is the test's own affair: it may have asked for a page that is not there.
    private void Hear(IConsoleMessage message)
    {
        var isStatus = message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal);
        if (message.Type == "error" && !(isStatus && _documents.Keys.Any(document => message.Location.StartsWith(document, StringComparison.Ordinal))))
        {
            _complaints.Enqueue($"{message.Text} ({message.Location})");
        }
    }
}
