namespace Piton.Infrastructure.Json.Log;

/// <summary>The file under a log; the seam at which tests let the disk fail.</summary>
internal interface ILogFile : IDisposable
{
    /// <summary>In bytes.</summary>
    long Length { get; }

    /// <summary>Reads as much as there is, up to the length of <paramref name="destination"/>.</summary>
    /// <returns>How many bytes; fewer only at the end of the file.</returns>
    int Read(Span<byte> destination, long offset);

    /// <summary>Writes all of it, on the way to disk but not there yet.</summary>
    /// <exception cref="IOException">Some of it may be written.</exception>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Puts on disk what was written. Once it has failed, nothing is known of what was written since the last success.</summary>
    void Flush();

    void Truncate(long length);
}
