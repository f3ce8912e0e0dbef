using Microsoft.Playwright;
using Piton.Web.Tests;

namespace Piton.Browser.Tests;

/// <summary>Piton with a library of its own, and a browser before it, for the tests of one class.</summary>
public class Site : IAsyncLifetime
{
    /// <summary>Few enough that a handful of pictures make two pages.</summary>
    public const int PageSize = 6;

    private static readonly BrowserTypeLaunchOptions Chromium = new()
    {
        ExecutablePath = "/usr/bin/chromium-headless-shell",
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            // Few processes: there is one site, and on a small machine starting them is most of the time.
            "--in-process-gpu", "--disable-site-isolation-trials", "--renderer-process-limit=1",
        ],
    };

    private readonly int _pageSize;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-browser-");
    private PitonProcess? _piton;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _photographs;

    public Site()
        : this(PageSize)
    {
    }

    protected Site(int pageSize) => _pageSize = pageSize;

    protected virtual BrowserTypeLaunchOptions Browser => Chromium;

    private HttpClient Client => _piton?.Client ?? throw new InvalidOperationException("The site is not open.");

    public async Task InitializeAsync()
    {
        _piton = await PitonProcess.ServeAsync(Path.Combine(_folder.FullName, "data"), "--Piton:PageSize", $"{_pageSize}");
        // Conversions take their time where other tests run beside.
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Browser);
        await StockAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_piton is not null)
        {
            await _piton.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Opens a window that remembers nothing of another.</summary>
    internal async Task<Visit> VisitAsync(Visitor visitor) =>
        await Visit.StartAsync(
            _browser ?? throw new InvalidOperationException("The site is not open."),
            visitor.Options(Client.BaseAddress!),
            visitor.SignedIn ? _piton?.Keeper.Session : null);

    /// <summary>A picture that this library does not have yet, as a form sends it.</summary>
    internal virtual FilePayload NextPicture() => Photographs.Take(Interlocked.Increment(ref _photographs));

    /// <summary>Puts another picture into the library.</summary>
    /// <returns>The address of its page.</returns>
    internal async Task<string> AddAsync(string name)
    {
        var photograph = NextPicture();
        var uploaded = await Client.UploadAsync(photograph.Buffer, photograph.Name, ("name", name));
        return $"/images/{uploaded.Text("id")}";
    }

    /// <summary>Puts another picture into the library, and from there into the trash.</summary>
    internal async Task TrashAsync(string name)
    {
        var page = await AddAsync(name);
        using var answer = await Client.DeleteAsync($"/api/v1{page}");
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the library holds from the start.</summary>
    protected virtual Task StockAsync() => Task.CompletedTask;
}
