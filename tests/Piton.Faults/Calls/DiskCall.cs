namespace Piton.Faults.Calls;

/// <summary>A call that is about to change something in the folder that is looked at.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Path">Of the file, within that folder; of a rename both.</param>
/// <param name="Thread">Who made it.</param>
/// <param name="Arguments">As the kernel got them.</param>
internal sealed record DiskCall(CallKind Kind, string Path, int Thread, nint[] Arguments)
{
    // Where a write has its bytes, and how many, and where they go.
    private const int BytesArgument = 1;
    private const int CountArgument = 2;
    private const int OffsetArgument = 3;

    /// <summary>Whether it is of the kind by which Piton writes.</summary>
    public bool IsWrite => Kind.Name == "pwrite64";

    /// <summary>Carries out the first half of a write, as a process that dies in it may.</summary>
    public void WriteHalf()
    {
        var half = new byte[Arguments[CountArgument] / 2];
        var read = Kernel.ReadMemory(Thread, Arguments[BytesArgument], half);
        using var file = System.IO.File.OpenHandle(
            $"/proc/{Thread}/fd/{Arguments[Kind.File!.Value]}", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, half.AsSpan(0, read), Arguments[OffsetArgument]);
    }

    public override string ToString() => $"{Kind.Name} {Path}";
}
