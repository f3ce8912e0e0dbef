using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Piton.Domain.Library;
using Piton.Web.Logs;

namespace Piton.Web.CommandLine;

/// <summary>Builds Piton for a command, and says in one line why it could not run.</summary>
internal static class PitonHost
{
    /// <summary>Why a command could not run that was told to stop.</summary>
    public const string Stopped = "it was stopped before it was done.";

    /// <summary>
    /// A proxy on this machine, which speaks TLS to everybody else, is how Piton is meant to be reached. To open it further, give <c>--urls</c> or
    /// <c>ASPNETCORE_URLS</c>.
    /// </summary>
    private const string DefaultUrl = "http://localhost:5080";

    /// <param name="settings">What the command line says of the options.</param>
    /// <param name="extensions">The assemblies of other teams.</param>
    /// <param name="addOwn">Adds what is the one command's: services, and settings that go behind those of the environment and the command line.</param>
    public static WebApplication Build(string[] settings, Assembly[] extensions, Action<WebApplicationBuilder> addOwn)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration.AddSettingsFile(Environment.GetEnvironmentVariable(SettingsFile.Variable));
        builder.Logging.AddPitonLogs();
        builder.Services.AddPiton(builder.Configuration, extensions);
        addOwn(builder);
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrEmpty(urls))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
        else if (ListenAddresses.FlawOf(urls) is { } flaw)
        {
            throw new OptionsValidationException(WebHostDefaults.ServerUrlsKey, typeof(string), [flaw]);
        }

        return builder.Build().UsePiton();
    }

    /// <param name="run">The command.</param>
    /// <param name="couldNot">Says why the library, an option or a stop keeps it from running, and gives the exit code.</param>
    /// <param name="stopped">Cancelled where the command is told to stop.</param>
    public static async Task<int> GuardAsync(Func<Task<int>> run, Func<string, Task<int>> couldNot, CancellationToken stopped)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return await couldNot(Stopped);
        }
        catch (Exception fault) when (ReasonOf(fault) is not null)
        {
            return await couldNot(ReasonOf(fault)!);
        }
    }

    /// <summary>What an operator can mend, in words; null for what is a fault of Piton.</summary>
    private static string? ReasonOf(Exception fault) => fault switch
    {
        LibraryException or OptionsValidationException => fault.Message,
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            string.Join(' ', several.InnerExceptions.Select(one => one.Message)),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => $"{fault.Message} The README says what each option takes.",
        FileNotFoundException or DirectoryNotFoundException when IsWorkingFolderGone() => "the folder in which it was called was deleted. Go to another first: cd",
        IOException { InnerException: AddressInUseException } or SocketException =>
            $"Piton cannot listen there: {fault.Message.TrimEnd('.')}. Give an address of this machine that is free: --urls http://localhost:5080",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } => fault.Message.ReplaceLineEndings(" "),
        _ => null,
    };

    private static bool IsWorkingFolderGone()
    {
        try
        {
            return Environment.CurrentDirectory.Length == 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
    }
}
