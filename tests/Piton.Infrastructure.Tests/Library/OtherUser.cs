using System.Diagnostics;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>This assembly as a program that somebody without rights verifies a library with.</summary>
internal static class OtherUser
{
    public const string Name = "verify-as-another";

    private const string Nobody = "65534";

    /// <returns>What they are told.</returns>
    public static async Task<string> VerifyAsync(string dataDirectory)
    {
        string[] command = ["dotnet", typeof(OtherUser).Assembly.Location, Name, dataDirectory];
        using var process = Process.Start(new ProcessStartInfo("setpriv", [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. command])
        {
            RedirectStandardOutput = true,
            Environment = { ["HOME"] = "/tmp" },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    /// <summary>What the program does.</summary>
    public static async Task<int> RunAsync(string dataDirectory)
    {
        try
        {
            var library = new TestLibrary(dataDirectory);
            await library.InspectAsync();
            return 0;
        }
        catch (LibraryException refusal)
        {
            Console.WriteLine(refusal.Message);
            return 1;
        }
    }
}
