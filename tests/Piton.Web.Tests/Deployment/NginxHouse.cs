using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Piton.Web.Tests.Access;

namespace Piton.Web.Tests.Deployment;

/// <summary>Piton behind the real nginx, with the configuration that comes with Piton. What is different is where things are: addresses, certificate, data folder.</summary>
[SupportedOSPlatform("linux")]
public sealed class NginxHouse : ProxiedHouse, IAsyncLifetime
{
    private const int TlsPort = 18443;
    private const int PlainPort = 18080;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Of the whole loopback network, an address of this process alone: its ports are free.
    private static readonly IPAddress Loopback = new([127, 42, (byte)(Environment.ProcessId >> 8), (byte)Environment.ProcessId]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-nginx-");
    private readonly ConcurrentQueue<string> _paths = new();
    private Process? _nginx;

    public NginxHouse()
    {
        Settings["Piton:AccelRedirect"] = "/piton-files/";
        Settings["Piton:Limits:MaxFileBytes"] = "2000000";
        Replace = services => services.AddSingleton<IStartupFilter>(new PathRecorder(_paths));
    }

    /// <summary>The path of every request that reached Piton.</summary>
    internal IReadOnlyCollection<string> Paths => _paths;

    /// <summary>nginx with TLS.</summary>
    internal static IPEndPoint Tls => new(Loopback, TlsPort);

    public async Task InitializeAsync()
    {
        var upstream = Address.Authority;
        LetEverybodyPass(_folder.FullName);
        LetEverybodyPass(Path.GetDirectoryName(DataDirectory)!);
        WriteCertificate();
        await File.WriteAllTextAsync(InFolder("piton.conf"), SiteConfiguration(upstream));
        await File.WriteAllTextAsync(InFolder("nginx.conf"), MainConfiguration());
        _nginx = Process.Start("nginx", ["-p", _folder.FullName, "-c", InFolder("nginx.conf"), "-e", InFolder("error.log")]);
        await Eventually.HoldsAsync(CanConnectAsync, Patience, "nginx listens");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_nginx is not null)
        {
            _nginx.Kill(entireProcessTree: true);
            await _nginx.WaitForExitAsync();
            _nginx.Dispose();
        }

        await DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A browser, or a program, of somebody out there.</summary>
    /// <param name="from">Their address, as nginx sees it; 127.0.0.1 where nothing is said.</param>
    /// <param name="version">Of HTTP.</param>
    public static HttpClient Client(IPAddress? from = null, Version? version = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), SslOptions = Trusting(), ConnectCallback = Connect };
        return new HttpClient(handler)
        {
            BaseAddress = new Uri($"https://{Host}"),
            DefaultRequestVersion = version ?? HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken) => await ConnectAsync(
            context.DnsEndPoint.Port == 443 ? TlsPort : PlainPort, from ?? IPAddress.Loopback, cancellationToken);
    }

    /// <summary>A connection on which anything can be sent.</summary>
    public static async Task<SslStream> RawAsync()
    {
        var stream = new SslStream(await ConnectAsync(TlsPort, IPAddress.Loopback, CancellationToken.None));
        var options = Trusting();
        options.TargetHost = Host;
        await stream.AuthenticateAsClientAsync(options);
        return stream;
    }

    private static async Task<NetworkStream> ConnectAsync(int port, IPAddress from, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(new IPEndPoint(Loopback, port), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    // The certificate is nobody's but this test's.
    private static SslClientAuthenticationOptions Trusting() => new()
    {
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={Host}",
    };

    private static async Task<bool> CanConnectAsync()
    {
        try
        {
            await using var stream = await ConnectAsync(TlsPort, IPAddress.Loopback, CancellationToken.None);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // What is in it says itself who may read it: the data folder, as it is on a server.
    private static void LetEverybodyPass(string folder) => File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private string SiteConfiguration(string upstream) => DeployFiles.Read("nginx.conf")
        .Swap("listen [::]:80;", "")
        .Swap("listen [::]:443 ssl http2;", "")
        .Swap("listen 80;", $"listen {Loopback}:{PlainPort};")
        .Swap("listen 443 ssl", $"listen {Loopback}:{TlsPort} ssl")
        .Swap("server 127.0.0.1:5080;", $"server {upstream};")
        .Swap("/etc/letsencrypt/live/pictures.example.org", _folder.FullName)
        .Swap("/var/lib/piton/", DataDirectory + "/");

    // Where root runs the tests, nginx reads the pictures as on a server: as another user, by the group of the data folder.
    private string MainConfiguration() => $$"""
        daemon off; worker_processes 1; pid {{InFolder("pid")}}; {{(Environment.IsPrivilegedProcess ? "user www-data root;" : "")}}
        events {}
        http {
          include /etc/nginx/mime.types; access_log off;
          client_body_temp_path {{InFolder("body")}}; proxy_temp_path {{InFolder("proxy")}};
          fastcgi_temp_path {{InFolder("fastcgi")}}; uwsgi_temp_path {{InFolder("uwsgi")}}; scgi_temp_path {{InFolder("scgi")}};
          include {{InFolder("piton.conf")}};
        }
        """;

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(InFolder("fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(InFolder("privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
