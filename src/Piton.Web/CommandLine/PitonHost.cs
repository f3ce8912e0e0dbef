using System.Reflection;
using Microsoft.Extensions.Options;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine;

/// <summary>Builds Piton for a command, and says in one line why it could not run.</summary>
internal static class PitonHost
{
    /// <summary>
    /// There are no accounts yet: whoever reaches Piton may do anything. So by default nobody but this machine does; to open it further,
    /// give <c>--urls</c> or <c>ASPNETCORE_URLS</c>.
    /// </summary>
    private const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Build(string[] settings, Assembly[] extensions)
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

    /// <returns>What <paramref name="run"/> returns; 1 where the library or an option keeps it from running.</returns>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (fault is LibraryException or OptionsValidationException || IsUnreadableOption(fault))
        {
            await Console.Error.WriteLineAsync($"piton: {fault.Message}");
            return 1;
        }
    }

    // What the binder makes of a word where a number belongs, or of one that is none of the words that may stand there.
    private static bool IsUnreadableOption(Exception fault) =>
        fault is InvalidOperationException { InnerException: FormatException or ArgumentException };
}
