namespace Piton.Infrastructure.Tests.Library;

/// <summary>What befalls files.</summary>
internal static class Harm
{
    /// <summary>Changes one bit of the byte in the middle of a file.</summary>
    public static void FlipMiddle(string path) => Flip(path, new FileInfo(path).Length / 2);

    /// <summary>Puts in a file's place one that has a length, and of which the system gives back nothing. Only in a <c>SkippableFact</c>.</summary>
    public static void MakeUnreadable(string path)
    {
        // The speed of a device that has none.
        const string Unreadable = "/sys/class/net/lo/speed";
        Skip.IfNot(File.Exists(Unreadable), "This machine has no file that cannot be read.");
        File.Delete(path);
        File.CreateSymbolicLink(path, Unreadable);
    }

    public static void Flip(string path, long offset)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[offset] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
