namespace Piton.Infrastructure.Workers;

/// <summary>What the server makes of the end of a worker.</summary>
internal static class WorkerEnds
{
    private const int BySignal = 128;
    private const int HangUp = 1;
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;
    private const int ProcessorTime = 24;

    /// <summary>The kernel kills for want of memory on the machine, and people kill; a picture makes its decoder do neither.</summary>
    /// <param name="exitCode">128 and the signal, or what the process returned.</param>
    public static WorkerEnd Of(int exitCode) => (exitCode - BySignal) switch
    {
        Kill or Terminate or Interrupt or HangUp => WorkerEnd.Interrupted,
        ProcessorTime => WorkerEnd.OverTime,
        _ => WorkerEnd.Crashed,
    };
}
