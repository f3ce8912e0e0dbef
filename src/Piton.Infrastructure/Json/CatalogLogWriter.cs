using System.Buffers;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>Writes a catalogue's log of known images: to rebuild one, or to begin one.</summary>
internal static class CatalogLogWriter
{
    /// <summary>Writes a whole log, which takes the place of one that is there in one step, and is on disk when this returns.</summary>
    /// <param name="disk">Where it is written.</param>
    /// <param name="path">What it is called.</param>
    /// <param name="images">Each with an id of its own.</param>
    /// <exception cref="IOException">The disk failed; a log that was there is there still.</exception>
    public static void Write(ILogDisk disk, string path, IEnumerable<Image> images)
    {
        using var fresh = new FreshLog(disk, path, CatalogLine.Kind);
        var body = new ArrayBufferWriter<byte>(4096);
        foreach (var image in images)
        {
            body.ResetWrittenCount();
            CatalogLine.WritePut(body, image);
            fresh.Add(body.WrittenSpan);
        }

        fresh.Publish().Dispose();
        disk.FlushFolderOf(path);
    }
}
