using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Piton.Domain.Library;
using Piton.Web.Options;

namespace Piton.Web.CommandLine;

/// <summary><c>piton serve</c>.</summary>
internal static class ServeCommand
{
    /// <summary>
    /// There are no accounts yet: whoever reaches Piton may do anything. So by default nobody but this machine does; to open it further,
    /// give <c>--urls</c> or <c>ASPNETCORE_URLS</c>.
    /// </summary>
    private const string DefaultUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] settings, Assembly[] extensions, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Build(settings, extensions);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app));
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception fault) when (fault is LibraryException or OptionsValidationException)
        {
            Console.Error.WriteLine($"piton: {fault.Message}");
            return 1;
        }
    }

    private static WebApplication Build(string[] settings, Assembly[] extensions)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Services.AddPiton(builder.Configuration, extensions);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        return builder.Build().UsePiton();
    }

    // The first two lines are for people and scripts alike: where Piton is, and where its data is. The log goes to standard error.
    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(string.Join(' ', addresses));
        Console.WriteLine(Path.GetFullPath(app.Services.GetRequiredService<IOptions<PitonOptions>>().Value.DataDirectory));
        Console.WriteLine("There are no accounts yet: whoever reaches this address may do anything, so it is open to this machine alone by default.");
    }
}
