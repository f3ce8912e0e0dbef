namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>The number of a call of the kernel on each architecture; -1 where there is none.</summary>
internal readonly record struct SystemCall(int X64, int Arm64)
{
    public int Number => Linux.IsArm64 ? Arm64 : X64;
}
