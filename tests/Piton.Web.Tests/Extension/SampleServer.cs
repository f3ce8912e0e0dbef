extern alias sample;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Piton.Web.Tests.Extension;

/// <summary>The program of the sample extension, on a library of its own.</summary>
public sealed class SampleServer : WebApplicationFactory<sample::Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-sample-");

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("Piton:DataDirectory", Path.Combine(_folder.FullName, "data"));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
