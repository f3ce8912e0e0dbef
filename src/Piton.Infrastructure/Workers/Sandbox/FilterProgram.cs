using System.Runtime.InteropServices;

namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>
/// A filter of system calls under construction, in the kernel's language for it (bpf(4), seccomp(2)). It falls through from rule to rule,
/// and the first that fits decides.
/// </summary>
internal sealed class FilterProgram
{
    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;

    private const uint KillProcess = 0x8000_0000;
    private const uint Allowed = 0x7fff_0000;
    private const uint Fails = 0x0005_0000;

    // struct seccomp_data: the number, the architecture, where it was called from, six arguments of 64 bits.
    private const uint NumberAt = 0;
    private const uint ArchitectureAt = 4;
    private const uint ArgumentsAt = 16;

    private const uint X64 = 0xc000_003e;
    private const uint Arm64 = 0xc000_00b7;

    private const int SetFilter = 1;
    private const int AllThreads = 1;

    private readonly List<ulong> _instructions = [];

    /// <summary>Begins with this machine's architecture: a call of any other kills.</summary>
    public FilterProgram()
    {
        Add(Load, ArchitectureAt);
        Add(JumpIfEqual, Linux.IsArm64 ? Arm64 : X64, then: 1);
        Add(Return, KillProcess);
        Add(Load, NumberAt);
    }

    public FilterProgram Allow(SystemCall call) => OnCall(call, () => Add(Return, Allowed));

    /// <summary>Allows it where the low half of an argument is one of <paramref name="values"/>.</summary>
    public FilterProgram AllowWhereArgumentIs(SystemCall call, int argument, params uint[] values) => OnCall(call, () =>
    {
        Add(Load, Low(argument));
        foreach (var value in values)
        {
            Add(JumpIfEqual, value, otherwise: 1);
            Add(Return, Allowed);
        }

        Add(Return, Fails | Linux.NotPermitted);
    });

    /// <summary>Allows it where the argument, all 64 bits, is 0.</summary>
    public FilterProgram AllowWhereArgumentIsNull(SystemCall call, int argument) => OnCall(call, () =>
    {
        Add(Load, Low(argument));
        Add(JumpIfEqual, 0, otherwise: 3);
        Add(Load, Low(argument) + sizeof(uint));
        Add(JumpIfEqual, 0, otherwise: 1);
        Add(Return, Allowed);
        Add(Return, Fails | Linux.NotPermitted);
    });

    /// <summary>Allows it where the low half of an argument has any of these bits.</summary>
    public FilterProgram AllowWithAnyBit(SystemCall call, int argument, uint bits) => OnCall(call, () =>
    {
        Add(Load, Low(argument));
        Add(JumpIfAnyBit, bits, otherwise: 1);
        Add(Return, Allowed);
        Add(Return, Fails | Linux.NotPermitted);
    });

    /// <summary>Allows it where the low half of an argument has none of these bits.</summary>
    public FilterProgram AllowWithoutBits(SystemCall call, int argument, uint bits) => OnCall(call, () =>
    {
        Add(Load, Low(argument));
        Add(JumpIfAnyBit, bits, then: 1);
        Add(Return, Allowed);
        Add(Return, Fails | Linux.NotPermitted);
    });

    /// <summary>Lets it fail as on a kernel that does not know it, so that the C library takes the older way.</summary>
    public FilterProgram Unknown(SystemCall call) => OnCall(call, () => Add(Return, Fails | Linux.NotImplemented));

    /// <summary>The same for every number from this one on.</summary>
    public FilterProgram UnknownFrom(uint number)
    {
        Add(JumpIfAtLeast, number, otherwise: 1);
        Add(Return, Fails | Linux.NotImplemented);
        return this;
    }

    public FilterProgram AllowTheRest()
    {
        Add(Return, Allowed);
        return this;
    }

    public FilterProgram RefuseTheRest()
    {
        Add(Return, Fails | Linux.NotPermitted);
        return this;
    }

    /// <summary>Lays it on every thread of this process, for good.</summary>
    /// <returns>Whether the kernel did it.</returns>
    public unsafe bool TryInstall()
    {
        fixed (ulong* instructions = CollectionsMarshal.AsSpan(_instructions))
        {
            // struct sock_fprog: how many, and, aligned, where.
            var program = stackalloc nint[] { _instructions.Count, (nint)instructions };
            return Linux.Call(Linux.IsArm64 ? 277 : 317, SetFilter, AllThreads, (nint)program) == 0;
        }
    }

    private static uint Low(int argument) => ArgumentsAt + (uint)argument * sizeof(ulong);

    private FilterProgram OnCall(SystemCall call, Action addBody)
    {
        if (call.Number < 0)
        {
            return this;
        }

        var test = _instructions.Count;
        Add(JumpIfEqual, 0);
        addBody();
        _instructions[test] = Encode(JumpIfEqual, (uint)call.Number, 0, checked((byte)(_instructions.Count - test - 1)));
        return this;
    }

    private void Add(ushort code, uint value, byte then = 0, byte otherwise = 0) => _instructions.Add(Encode(code, value, then, otherwise));

    // struct sock_filter: 16 bits of code, 8 and 8 of how far to jump, 32 of value.
    private static ulong Encode(ushort code, uint value, byte then, byte otherwise) =>
        code | (ulong)then << 16 | (ulong)otherwise << 24 | (ulong)value << 32;
}
