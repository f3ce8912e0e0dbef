namespace Piton.Faults.Calls;

/// <summary>The filter that has calls wait until somebody has looked at them (seccomp(2), SECCOMP_RET_USER_NOTIF); the workers of Piton inherit it and lay their own over it.</summary>
internal static class CallFilter
{
    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;

    private const uint Ask = 0x7fc0_0000;
    private const uint Allow = 0x7fff_0000;

    // struct seccomp_data: the number, the architecture, where it was called from, six arguments of 64 bits.
    private const uint NumberAt = 0;
    private const uint ArgumentsAt = 16;

    // O_CREAT and O_TRUNC.
    private const uint Changing = 0x40 | 0x200;

    public static ulong[] Build()
    {
        var program = new List<ulong> { Encode(Load, NumberAt) };
        foreach (var kind in CallKind.All)
        {
            program.AddRange(kind.Flags is { } flags
                ?
                [
                    Encode(JumpIfEqual, (uint)kind.Number, otherwise: 4),
                    Encode(Load, ArgumentsAt + (uint)flags * sizeof(ulong)),
                    Encode(JumpIfAnyBit, Changing, otherwise: 1),
                    Encode(Return, Ask),
                    Encode(Return, Allow),
                ]
                : [Encode(JumpIfEqual, (uint)kind.Number, otherwise: 1), Encode(Return, Ask)]);
        }

        program.Add(Encode(Return, Allow));
        return [.. program];
    }

    // struct sock_filter: 16 bits of code, 8 and 8 of how far to jump, 32 of value.
    private static ulong Encode(ushort code, uint value, byte otherwise = 0) => code | (ulong)otherwise << 24 | (ulong)value << 32;
}
