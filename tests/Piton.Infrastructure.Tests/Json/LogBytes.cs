using System.Buffers;
using Piton.Domain.Images;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>Makes the bytes of logs for tests.</summary>
internal static class LogBytes
{
    /// <summary>A whole log with the images 0, 1, … in groups of those sizes.</summary>
    public static byte[] Create(params int[] groups)
    {
        var log = new List<byte>(LogHeader.Create(CatalogLine.Kind.Name));
        var number = 0;
        foreach (var size in groups)
        {
            log.AddRange(Group(number + 1, [.. Enumerable.Range(number, size).Select(i => PutBody(TestImages.Create(i)))]));
            number += size;
        }

        return [.. log];
    }

    public static byte[] Group(long firstSequence, params byte[][] bodies)
    {
        var group = new LogGroup();
        group.Start(firstSequence);
        foreach (var body in bodies)
        {
            group.Add(body);
        }

        group.Seal();
        return group.Bytes.ToArray();
    }

    public static byte[] PutBody(Image image)
    {
        var body = new ArrayBufferWriter<byte>();
        CatalogLine.WritePut(body, image);
        return body.WrittenSpan.ToArray();
    }

    public static byte[] RemoveBody(ImageId id)
    {
        var body = new ArrayBufferWriter<byte>();
        CatalogLine.WriteRemove(body, id);
        return body.WrittenSpan.ToArray();
    }
}
