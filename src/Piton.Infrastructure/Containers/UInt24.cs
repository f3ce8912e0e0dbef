namespace Piton.Infrastructure.Containers;

/// <summary>Numbers of three bytes, the lowest first, as WebP has them.</summary>
internal static class UInt24
{
    public static int Read(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;

    /// <param name="at">At least three bytes.</param>
    /// <param name="value">0 to 16,777,215; the bits above are cut off.</param>
    public static void Write(Span<byte> at, int value)
    {
        at[0] = (byte)value;
        at[1] = (byte)(value >> 8);
        at[2] = (byte)(value >> 16);
    }
}
