using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Piton.Infrastructure.Workers.Protocol;

namespace Piton.Infrastructure.Workers;

/// <summary>
/// A worker, as the server has it. One thread starts it, speaks with it and stays until it is gone: the kernel kills a worker when the
/// thread that started it ends, which the threads of a pool do whenever they like, and pipes block.
/// </summary>
internal sealed class WorkerProcess
{
    private const int LongestComplaint = 16 << 10;
    private static readonly TimeSpan ComplaintPatience = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Action<WorkerPipe>> _work = [];
    private readonly TaskCompletionSource<WorkerHello?> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly ProcessStartInfo _start;
    private Process? _process;
    private bool _killed;

    private WorkerProcess(WorkerCommand command, WorkerSettings settings)
    {
        _start = new ProcessStartInfo(command.Program, [.. command.Arguments, .. settings.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        _start.Environment.Clear();
        foreach (var (name, value) in WorkerEnvironment.For(settings.MaxMemoryBytes))
        {
            _start.Environment[name] = value;
        }
    }

    /// <summary>The process's number.</summary>
    public int Id { get; private set; }

    /// <summary>How it ended, by the convention of shells: 128 and the signal; set once <see cref="Ended"/> is.</summary>
    public int ExitCode { get; private set; }

    /// <summary>The beginning of what it wrote to standard error; whole once <see cref="Ended"/> is.</summary>
    public string Complaints { get; private set; } = "";

    /// <summary>How many jobs it has had.</summary>
    public int Jobs { get; set; }

    /// <summary>Completes when the process is gone, for whatever reason.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The processor time that it has used so far; null where it is gone.</summary>
    public TimeSpan? ProcessorTime
    {
        get
        {
            lock (_gate)
            {
                try
                {
                    return _process?.TotalProcessorTime;
                }
                catch (Exception gone) when (gone is Win32Exception or InvalidOperationException)
                {
                    // It ends when it likes, also while it is being asked.
                    return null;
                }
            }
        }
    }

    /// <param name="command">How it is called.</param>
    /// <param name="settings">What it is told.</param>
    public static WorkerProcess Start(WorkerCommand command, WorkerSettings settings)
    {
        var worker = new WorkerProcess(command, settings);
        new Thread(worker.Live) { IsBackground = true, Name = "decode worker" }.Start();
        return worker;
    }

    /// <summary>Waits for its first word.</summary>
    /// <returns>Null where it ended without one.</returns>
    /// <exception cref="Win32Exception">The system does not start it.</exception>
    public Task<WorkerHello?> GreetAsync(CancellationToken cancellationToken) => _hello.Task.WaitAsync(cancellationToken);

    /// <summary>Says something and hears the answer.</summary>
    /// <exception cref="EndOfStreamException">It is gone.</exception>
    /// <exception cref="InvalidDataException">What it says is no answer.</exception>
    public Task<T> AskAsync<T>(Func<WorkerPipe, T> exchange)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _work.Add(pipe => Complete(answer, exchange, pipe));
        }
        catch (InvalidOperationException) when (_work.IsAddingCompleted)
        {
            answer.SetException(new EndOfStreamException());
        }

        return answer.Task;
    }

    /// <summary>Ends it at once, whatever it is doing.</summary>
    public void Kill()
    {
        lock (_gate)
        {
            _killed = true;
            _process?.Kill();
        }

        _work.CompleteAdding();
    }

    private static void Complete<T>(TaskCompletionSource<T> answer, Func<WorkerPipe, T> exchange, WorkerPipe pipe)
    {
        try
        {
            answer.SetResult(exchange(pipe));
        }
        catch (Exception fault)
        {
            // All of it belongs to the one who asked, and nothing to this thread, whose fall would be the server's.
            answer.SetException(fault);
        }
    }

    private void Live()
    {
        try
        {
            using var process = Process.Start(_start)!;
            Adopt(process);
            var complaints = HearAsync(process.StandardError);
            Speak(process);
            Bury(process, complaints);
        }
        catch (Win32Exception fault)
        {
            _hello.TrySetException(fault);
        }
        finally
        {
            _hello.TrySetResult(null);
            _ended.SetResult();
        }
    }

    private void Adopt(Process process)
    {
        lock (_gate)
        {
            (_process, Id) = (process, process.Id);
            if (_killed)
            {
                process.Kill();
            }
        }

        // Ends the conversation also where nobody is speaking.
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _work.CompleteAdding();
    }

    // What it writes must be read, or it waits for that; but no more of it is kept than a person reads.
    private async Task HearAsync(StreamReader errors)
    {
        var buffer = new char[LongestComplaint];
        try
        {
            for (int count; (count = await errors.ReadAsync(buffer)) > 0;)
            {
                Complaints += new string(buffer, 0, Math.Min(count, LongestComplaint - Complaints.Length));
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Whoever still held the pipe has nothing to say.
        }
    }

    private void Speak(Process process)
    {
        var pipe = new WorkerPipe(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        try
        {
            _hello.SetResult(pipe.Read(json => json.WorkerHello));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            _hello.SetResult(null);
        }

        foreach (var exchange in _work.GetConsumingEnumerable())
        {
            exchange(pipe);
        }
    }

    private void Bury(Process process, Task complaints)
    {
        process.Kill();
        process.WaitForExit();

        // A child of a worker, where there is no sandbox that forbids children, may hold the pipe open.
        complaints.Wait(ComplaintPatience);
        lock (_gate)
        {
            ExitCode = process.ExitCode;
            _process = null;
        }
    }
}
