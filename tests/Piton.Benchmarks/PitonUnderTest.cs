using System.Diagnostics;
using Piton.Web.Tests;

namespace Piton.Benchmarks;

/// <summary>Piton as a process of its own, on a folder that goes when it does.</summary>
internal sealed class PitonUnderTest : IAsyncDisposable
{
    // The runtime compiles a method for good once it has run thirty times, and what runs at a picture's size is libvips.
    private const int WarmUps = 60;

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private PitonUnderTest(DirectoryInfo folder, Process process, Uri address, HouseKeeper keeper, TimeSpan startTime, double startCpuSeconds)
    {
        _folder = folder;
        _process = process;
        StartTime = startTime;
        StartCpuSeconds = startCpuSeconds;
        Keeper = keeper;
        Client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", keeper.Token) } };
    }

    public HttpClient Client { get; }

    /// <summary>The administrator, as whom the client is let in.</summary>
    public HouseKeeper Keeper { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process until it said where it listens.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>The processor time of <see cref="StartTime"/>, all cores together.</summary>
    public double StartCpuSeconds { get; }

    public string DataDirectory => Path.Combine(_folder.FullName, "data");

    /// <param name="prepare">Fills the data folder before the start; null for an empty library.</param>
    public static async Task<PitonUnderTest> StartAsync(Action<string>? prepare = null)
    {
        var folder = Directory.CreateTempSubdirectory("piton-bench-");
        var data = folder.CreateSubdirectory("data").FullName;
        prepare?.Invoke(data);
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "piton"),
            ["serve", "--urls", "http://127.0.0.1:0", "--Piton:DataDirectory", data, "--Logging:LogLevel:Default", "Warning", .. HouseKeeper.Settings])
        {
            RedirectStandardOutput = true,
        };
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Piton did not start.");
        var (startTime, startCpuSeconds) = (Stopwatch.GetElapsedTime(began), ProcessFigures.CpuSeconds(process.Id));
        return new PitonUnderTest(folder, process, new Uri(address), await HouseKeeper.SignInAsync(new Uri(address)), startTime, startCpuSeconds);
    }

    public async Task<string> UploadAsync(byte[] picture)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture), "file", "picture.jpg" } };
        using var answer = await Client.PostAsync("/api/v1/images", form);
        answer.EnsureSuccessStatusCode();
        using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Uploads small pictures until the code of an upload is compiled for good.</summary>
    public async Task WarmUpAsync()
    {
        var small = Pictures.Photograph(400, 300);
        for (var round = 0; round < WarmUps; round++)
        {
            await UploadAsync(Pictures.Another(small));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
