namespace Piton.Infrastructure.Importing;

/// <summary>When a file came to be, where nobody says otherwise.</summary>
internal static class FileTime
{
    /// <summary>When it was last written, and not after <paramref name="now"/>.</summary>
    public static DateTimeOffset Of(FileInfo file, DateTimeOffset now)
    {
        var written = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        return written < now ? written : now;
    }
}
