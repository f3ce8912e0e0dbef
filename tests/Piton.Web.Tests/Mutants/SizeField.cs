namespace Piton.Web.Tests.Mutants;

/// <summary>A number in a file that says how much follows.</summary>
/// <param name="At">Its first byte.</param>
/// <param name="Width">Its bytes, 1 to 4.</param>
/// <param name="IsBigEndian">The order of its bytes.</param>
internal sealed record SizeField(int At, int Width, bool IsBigEndian)
{
    public uint Read(ReadOnlySpan<byte> file)
    {
        var value = 0u;
        for (var index = 0; index < Width; index++)
        {
            value = (value << 8) | file[At + (IsBigEndian ? index : Width - 1 - index)];
        }

        return value;
    }

    public void Write(Span<byte> file, uint value)
    {
        for (var index = 0; index < Width; index++)
        {
            file[At + (IsBigEndian ? Width - 1 - index : index)] = (byte)(value >> (8 * index));
        }
    }
}
