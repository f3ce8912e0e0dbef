using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Api.Description;

namespace Piton.Web.Tests;

/// <summary>Piton on a folder of its own and behind a real socket, for the tests of one class.</summary>
public class PitonServer : WebApplicationFactory<Program>
{
    // Of accounts, which say when a token was last used.
    private static readonly string[] Logs = ["accounts.jsonl", "sessions.jsonl", "audit.jsonl"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-test-");
    private readonly Lazy<Task<TestAccounts>> _house;

    public PitonServer()
    {
        _house = new(() => TestAccounts.MakeAsync(Services));
        UseKestrel(0);
    }

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
            if (HasAccounts)
            {
                _house.Value.Wait();
            }

            return ClientOptions.BaseAddress;
        }
    }

    /// <summary>Whether the house has accounts from the start.</summary>
    protected virtual bool HasAccounts => true;

    /// <summary>The accounts of the house: one of each role.</summary>
    internal TestAccounts Accounts => _house.Value.Result;

    /// <summary>A client that follows no redirect and keeps cookies, as a browser does, and is let in as an administrator.</summary>
    public HttpClient Browser()
    {
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = Accounts.BearerOf(Role.Administrator);
        return client;
    }

    /// <summary>The same without an account.</summary>
    public HttpClient Stranger()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>A client of the API with the token of somebody; of an administrator where nothing is said. What it is answered has to be described.</summary>
    public HttpClient ApiClient(Role role = Role.Administrator) => new(new DescribedAnswers { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } })
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = role == Role.Anonymous ? null : Accounts.BearerOf(role) },
    };

    /// <summary>Every file and folder of the library with its length: what an upload that fails must leave as it was.</summary>
    public IReadOnlyList<string> Inventory() =>
    [
        .. new DirectoryInfo(DataDirectory).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Where(entry => !entry.FullName.Contains("/keys", StringComparison.Ordinal) && !Logs.Any(entry.Name.StartsWith))
            .Select(entry => $"{Path.GetRelativePath(DataDirectory, entry.FullName)} {(entry as FileInfo)?.Length}")
            .Order(StringComparer.Ordinal),
    ];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Piton:DataDirectory", DataDirectory);

        // The cookies of the house need TLS else, which a client that is no browser asks for even of its own machine.
        builder.UseSetting("Piton:Access:AllowInsecureHttp", "true");
        builder.UseSetting("Piton:Access:SignInsPerMinute", "10000");
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
