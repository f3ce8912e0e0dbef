namespace Piton.Infrastructure.Workers;

/// <summary>How a worker is called.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">What goes before the worker's own arguments.</param>
internal sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The hidden command.</summary>
    public const string Name = "decode-worker";

    private const string Executable = "piton";

    /// <summary>The same <c>piton</c> that runs now; also where another program hosts it, which then has it beside itself.</summary>
    public static WorkerCommand OfThisProgram()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Executable);
        return File.Exists(beside)
            ? new WorkerCommand(beside, [Name])
            : new WorkerCommand(Path.Combine(WorkerEnvironment.RuntimeFolder ?? "", "dotnet"), [beside + ".dll", Name]);
    }
}
