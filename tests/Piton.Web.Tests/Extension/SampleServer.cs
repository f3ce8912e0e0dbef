extern alias sample;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Piton.Domain.Access;

namespace Piton.Web.Tests.Extension;

/// <summary>The program of the sample extension, on a library of its own.</summary>
public sealed class SampleServer : WebApplicationFactory<sample::Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-sample-");

    private readonly Lazy<Task<TestAccounts>> _accounts;

    public SampleServer() => _accounts = new(() => TestAccounts.MakeAsync(Services));

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("Piton:DataDirectory", Path.Combine(_folder.FullName, "data"));

    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.DefaultRequestHeaders.Authorization = _accounts.Value.Result.BearerOf(Role.Administrator);
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
