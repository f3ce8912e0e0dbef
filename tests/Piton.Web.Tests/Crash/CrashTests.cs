using System.Collections.Concurrent;
using System.Security.Cryptography;
using Xunit.Abstractions;

namespace Piton.Web.Tests.Crash;

/// <summary>Acknowledged means on disk: whatever the moment at which the process dies.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 100;
    private const int Clients = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-crash-");

    // What a client got before the kill, by address: the hash of the bytes.
    private readonly ConcurrentDictionary<string, string> _pictures = new();

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Kill_AtRandomMomentsOfUploads_ShouldLoseNothingAndLeaveNothing()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, string>();

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var piton = await PitonProcess.ServeAsync(DataDirectory);
            await AssertWholeAsync(piton.Client, acknowledged);

            using var stop = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(_ => UploadWithoutPauseAsync(piton.Client, acknowledged, stop.Token)).ToArray();

            // Every other time only after some uploads were acknowledged: on a slow machine the others die before one is.
            if (kill % 2 == 0)
            {
                await MoreAsync(acknowledged);
            }

            await Task.Delay(random.Next(5, 400));
            await piton.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }

        Assert.True(acknowledged.Count > Kills, $"Only {acknowledged.Count} uploads were acknowledged; the test looked at too little.");
        output.WriteLine($"{acknowledged.Count} uploads acknowledged, {_pictures.Count} of them downloaded before a kill");
        await AssertPicturesAsync();
        var verify = await PitonProcess.RunAsync("verify", "--Piton:DataDirectory", DataDirectory);
        Assert.True(verify.ExitCode == 0, verify.Output + verify.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task UploadWithoutPauseAsync(
        HttpClient client, ConcurrentDictionary<string, string> acknowledged, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var image = await client.UploadAsync(TestImages.Jpeg(400, 300));
                acknowledged[image.Text("id")] = image.Text("sha256");
                var address = image.GetProperty("urls").Text("full");
                _pictures[address] = await HashAsync(client, address);
            }
            catch (Exception fault) when (fault is HttpRequestException { StatusCode: null } or IOException)
            {
                // The server is dead, which is what the test is about.
                return;
            }
        }
    }

    private async Task AssertPicturesAsync()
    {
        Assert.NotEmpty(_pictures);
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        foreach (var (address, hash) in _pictures)
        {
            Assert.Equal(hash, await HashAsync(piton.Client, address));
        }
    }

    private static async Task<string> HashAsync(HttpClient client, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(await client.GetByteArrayAsync(address)));

    private static Task MoreAsync(ConcurrentDictionary<string, string> acknowledged)
    {
        var before = acknowledged.Count;
        return Eventually.HoldsAsync(() => acknowledged.Count >= before + 3, TimeSpan.FromMinutes(1), "three more uploads are acknowledged");
    }

    private async Task AssertWholeAsync(HttpClient client, ConcurrentDictionary<string, string> acknowledged)
    {
        var listed = await client.ListAsync();
        Assert.All(acknowledged, pair => Assert.Equal(pair.Value, listed.GetValueOrDefault(pair.Key)));

        var folders = Directory.GetDirectories(Path.Combine(DataDirectory, "uploads"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).Where(name => name!.Length == 32);
        Assert.Equal(listed.Keys.Order(), folders.Order());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataDirectory, "staging")));
    }
}
