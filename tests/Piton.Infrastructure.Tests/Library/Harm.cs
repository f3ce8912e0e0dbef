namespace Piton.Infrastructure.Tests.Library;

/// <summary>What befalls files.</summary>
internal static class Harm
{
    /// <summary>Changes one bit of the byte in the middle of a file.</summary>
    public static void FlipMiddle(string path) => Flip(path, new FileInfo(path).Length / 2);

    public static void Flip(string path, long offset)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[offset] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
