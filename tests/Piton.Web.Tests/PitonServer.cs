using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Piton.Web.Tests;

/// <summary>Piton on a folder of its own and behind a real socket, for the tests of one class.</summary>
public class PitonServer : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-test-");

    public PitonServer() => UseKestrel(0);

    public virtual string DataDirectory => Path.Combine(_folder.FullName, "data");

    /// <summary>Settings beyond the folder, set before the first client is made.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Puts other services in the place of Piton's own, before the first client is made.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    /// <summary>A client that follows no redirect and keeps cookies, as a browser does.</summary>
    public HttpClient Browser()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>A client of the API.</summary>
    public HttpClient ApiClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Every file and folder of the library with its length: what an upload that fails must leave as it was.</summary>
    public IReadOnlyList<string> Inventory() =>
    [
        .. new DirectoryInfo(DataDirectory).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Where(entry => !entry.FullName.Contains("/keys", StringComparison.Ordinal))
            .Select(entry => $"{Path.GetRelativePath(DataDirectory, entry.FullName)} {(entry as FileInfo)?.Length}")
            .Order(StringComparer.Ordinal),
    ];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Piton:DataDirectory", DataDirectory);
        builder.ConfigureTestServices(Replace);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
