using Piton.Infrastructure.Workers;
using Piton.Infrastructure.Workers.Inside;

namespace Piton.Infrastructure;

/// <summary>The hidden command <c>decode-worker</c>: a process that reads hostile pictures, so that the server need not.</summary>
public static class PitonDecodeWorker
{
    /// <summary>Whether the arguments of a program call for a worker.</summary>
    public static bool IsCalled(ReadOnlySpan<string> arguments) => arguments is [WorkerCommand.Name, ..];

    /// <summary>Is a worker until the server hangs up.</summary>
    /// <param name="arguments">Those of the program.</param>
    /// <returns>The exit code.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var own = arguments[1..];
        if (own.Length < WorkerSettings.Count)
        {
            Console.Error.WriteLine("piton: decode-worker is for piton serve to call.");
            return 2;
        }

        var settings = WorkerSettings.FromArguments(own);
        return own[WorkerSettings.Count..] is [SecondStage.Argument, .. var gaps]
            ? SecondStage.Run(settings, gaps.ToArray())
            : FirstStage.Run(settings);
    }
}
