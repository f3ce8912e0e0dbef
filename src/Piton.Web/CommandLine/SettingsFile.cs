using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace Piton.Web.CommandLine;

/// <summary>The settings of a Piton that is installed on a machine: one file for the server and for every command, which the environment names.</summary>
internal static class SettingsFile
{
    /// <summary>The variable of the environment that holds the path.</summary>
    public const string Variable = "PITON_SETTINGS";

    /// <summary>Adds what the file says: it goes before what comes with Piton, and behind what the environment and the command line say of single settings.</summary>
    /// <param name="configuration">All that is said so far.</param>
    /// <param name="path">The value of <see cref="Variable"/>; nothing is added where it is null or empty.</param>
    /// <exception cref="OptionsValidationException">It is not there, cannot be read, or is no JSON.</exception>
    public static void AddSettingsFile(this IConfigurationBuilder configuration, string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        var source = new JsonConfigurationSource { Path = Path.GetFullPath(path) };
        source.ResolveFileProvider();
        try
        {
            configuration.AddBehindFiles(source);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(
                Variable, typeof(string), [$"The settings {path} cannot be read: {e.GetBaseException().Message.TrimEnd('.')}. {Advice(e)}"]);
        }
    }

    /// <summary>Adds what goes before all files, and behind what the environment and the command line say.</summary>
    /// <remarks>
    /// The host reads its own variables, <c>ASPNETCORE_…</c> and <c>DOTNET_…</c>, before any file, so that each file would go before them: they are read once
    /// more behind it, in their order.
    /// </remarks>
    public static void AddBehindFiles(this IConfigurationBuilder configuration, IConfigurationSource source)
    {
        var sources = configuration.Sources;
        var place = sources.IndexOf(sources.OfType<JsonConfigurationSource>().Last()) + 1;
        var ofTheHost = sources.Take(place).OfType<EnvironmentVariablesConfigurationSource>().Where(variables => !string.IsNullOrEmpty(variables.Prefix)).ToList();
        sources.Insert(place, source);
        foreach (var variables in ofTheHost)
        {
            sources.Insert(++place, new EnvironmentVariablesConfigurationSource { Prefix = variables.Prefix });
        }
    }

    private static string Advice(Exception e) => e switch
    {
        UnauthorizedAccessException => "Run the command as root (sudo), or as the user of Piton.",
        FileNotFoundException => $"Put it there, or set {Variable} to another.",
        { InnerException: { } cause } => Advice(cause),
        _ => "It is JSON, with comments where you like.",
    };
}
