extern alias sample;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Piton.Web.Tests.Extension;

/// <summary>The program of the sample extension, on a library of its own.</summary>
public sealed class SampleServer : WebApplicationFactory<sample::Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("piton-sample-");

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("Piton:DataDirectory", Path.Combine(folder.FullName, "data"));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }
}
