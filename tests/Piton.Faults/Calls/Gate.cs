using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Piton.Faults.Calls;

/// <summary>
/// Looks at every call of a process, one after the other, by which it changes something in a folder, and lets one of them go wrong. A process that
/// was started by the <see cref="Launcher"/> makes none before.
/// </summary>
internal sealed class Gate : IDisposable
{
    private const int NotificationLength = 80;
    private const int AnswerLength = 24;

    // struct seccomp_notif_resp: id, value, error, flags.
    private const int ErrorAt = 16;
    private const int FlagsAt = 20;
    private const int CarryOn = 1;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1);

    private readonly Process _process;
    private readonly CallReader _reader;
    private readonly int _listener;
    private readonly Thread _thread;
    private readonly Lock _lock = new();
    private readonly List<DiskCall> _calls = [];
    private Fault? _fault;

    private Gate(Process process, string folder, int listener)
    {
        _process = process;
        _reader = new CallReader(folder);
        _listener = listener;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The call that went wrong; null where it has not come to that.</summary>
    public DiskCall? Hit { get; private set; }

    /// <summary>The calls since <see cref="Arm"/>.</summary>
    public IReadOnlyList<DiskCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Waits for a process of the <see cref="Launcher"/>'s to let itself be looked at.</summary>
    /// <param name="process">The process.</param>
    /// <param name="folder">The folder, without symbolic links.</param>
    /// <param name="fault">What goes wrong from the start on; null for nothing yet.</param>
    public static async Task<Gate> OpenAsync(Process process, string folder, Fault? fault)
    {
        int? descriptor;
        while ((descriptor = FindListener(process.Id)) is null)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The calls of a process cannot be looked at: {await process.StandardError.ReadToEndAsync()}");
            }

            await Task.Delay(Between);
        }

        var listener = Kernel.Borrow(process.Id, descriptor.Value);
        return listener >= 0
            ? new Gate(process, folder, listener) { _fault = fault }
            : throw new InvalidOperationException($"The calls of a process cannot be looked at (pidfd_getfd, error {Marshal.GetLastPInvokeError()}).");
    }

    /// <summary>Counts from here on.</summary>
    public void Arm(Fault fault)
    {
        lock (_lock)
        {
            _calls.Clear();
            _fault = fault;
        }
    }

    /// <summary>To be called once the process has ended.</summary>
    public void Dispose()
    {
        _thread.Join();
        _ = Kernel.Close(_listener);
    }

    private static int? FindListener(int process)
    {
        try
        {
            return Directory.GetFileSystemEntries($"/proc/{process}/fd")
                .Where(entry => new FileInfo(entry).LinkTarget == "anon_inode:seccomp notify")
                .Select(entry => (int?)int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture))
                .FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It opens and closes others meanwhile, or has ended.
            return null;
        }
    }

    private void Run()
    {
        Span<byte> notification = stackalloc byte[NotificationLength];
        Span<byte> answer = stackalloc byte[AnswerLength];
        while (Kernel.Waits(_listener))
        {
            notification.Clear();
            if (!Kernel.TryReceive(_listener, notification))
            {
                continue;
            }

            answer.Clear();
            notification[..sizeof(ulong)].CopyTo(answer);
            if (TryAnswer(_reader.Read(notification), answer))
            {
                Kernel.Answer(_listener, answer);
            }
        }
    }

    /// <returns>Whether there is anybody left to answer.</returns>
    private bool TryAnswer(DiskCall? call, Span<byte> answer)
    {
        MemoryMarshal.Write(answer[FlagsAt..], CarryOn);
        if (call is null || !IsDue(call) || _fault is not { } fault)
        {
            return true;
        }

        Hit = call;
        if (fault.Kind == FaultKind.Failure)
        {
            MemoryMarshal.Write(answer[ErrorAt..], -fault.Error);
            MemoryMarshal.Write(answer[FlagsAt..], 0);
            return true;
        }

        if (fault.Kind == FaultKind.TornDeath)
        {
            call.WriteHalf();
        }

        Kernel.Kill(_process.Id);
        return false;
    }

    private bool IsDue(DiskCall call)
    {
        lock (_lock)
        {
            if (_fault?.Counts(call) != true)
            {
                return false;
            }

            _calls.Add(call);
            return _calls.Count == _fault.At;
        }
    }
}
