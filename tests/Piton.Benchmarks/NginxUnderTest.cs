using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Piton.Benchmarks;

/// <summary>nginx with one worker and sendfile, on a folder of files.</summary>
internal sealed class NginxUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private NginxUnderTest(DirectoryInfo folder, Process process, Uri address)
    {
        _folder = folder;
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    public static async Task<NginxUnderTest> StartAsync(string root)
    {
        var folder = Directory.CreateTempSubdirectory("piton-nginx-");
        var port = FreePort();
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off; worker_processes 1; pid {{folder.FullName}}/pid; error_log stderr error; {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            events {}
            http {
              access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; types { image/webp webp; }
              server { listen 127.0.0.1:{{port}}; root {{root}}; }
            }
            """);
        var process = Process.Start("nginx", ["-c", configuration, "-p", folder.FullName]);
        var address = new Uri($"http://127.0.0.1:{port}");
        await WaitUntilItAnswersAsync(address);
        return new NginxUnderTest(folder, process, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitUntilItAnswersAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                return;
            }
            catch (HttpRequestException) when (tries < 99)
            {
                await Task.Delay(50);
            }
        }
    }
}
