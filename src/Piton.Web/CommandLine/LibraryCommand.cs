using System.CommandLine;

namespace Piton.Web.CommandLine;

/// <summary>
/// A command on the library. It runs in the server where one has the library, and else in this process; it cannot tell which, and need not.
/// </summary>
internal sealed class LibraryCommand : Command
{
    /// <param name="name">The word for it.</param>
    /// <param name="description">What it does, and when it exits with what; a sentence or two.</param>
    /// <param name="run">Does it, and gives the exit code. Errors that an operator can mend may come out of it as they are.</param>
    public LibraryCommand(string name, string description, Func<CommandCall, CancellationToken, Task<int>> run)
        : base(name, description)
    {
        Run = run;
        Add(Json);
    }

    /// <summary>Whether the answer is one JSON document.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answers with one JSON document, for programs." };

    public Func<CommandCall, CancellationToken, Task<int>> Run { get; }

    public LibraryUse Use { get; init; } = LibraryUse.Opened;

    /// <summary>Whether it only looks, so that a library that cannot be opened leaves its question open.</summary>
    public bool OnlyLooks { get; init; }

    /// <summary>Whether it converts pictures. Where no server has the library, decoders are started for such a command alone: one that cannot start keeps nobody from a backup.</summary>
    public bool Converts { get; init; }

    /// <summary>Whether it reads standard input. Of one that does not, no server gets a line.</summary>
    public bool ReadsInput { get; init; }

    /// <summary>What its help shows: a command line, and what comes of it.</summary>
    public IReadOnlyList<(string Line, string What)> Examples { get; init; } = [];

    /// <summary>The exit code where the library or an option keeps it from running.</summary>
    public int CouldNotRun => OnlyLooks ? ExitCodes.CouldNotLook : ExitCodes.Failed;
}
