namespace Piton.Infrastructure.Workers;

/// <summary>Why a worker ended, or had to be ended, in the midst of a job.</summary>
internal enum WorkerEnd
{
    /// <summary>By the picture that it was reading: it crashed, or it says what no worker says.</summary>
    Crashed,

    /// <summary>The picture took too long.</summary>
    OverTime,

    /// <summary>By something outside, which the picture has no part in.</summary>
    Interrupted,
}
