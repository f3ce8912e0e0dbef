using System.Collections.Concurrent;
using HeyRed.Mime;

namespace Piton.Infrastructure.Mime;

/// <summary>Tells what a file is by its first bytes alone; its name is never asked. Safe to call from many threads at once.</summary>
internal sealed class MediaTypeSniffer : IDisposable
{
    /// <summary>How many bytes from the start are looked at.</summary>
    public const int HeadLength = 4096;

    // A libmagic instance that two threads share crashes the process, so each is lent to one at a time.
    private readonly ConcurrentBag<Magic> _idle = [];

    /// <param name="head">The first bytes of the file, <see cref="HeadLength"/> of them or the whole file.</param>
    /// <returns>A media type in lower case, or null where nothing is known.</returns>
    public string? MediaTypeOf(byte[] head)
    {
        if (head.Length == 0)
        {
            return null;
        }

        return BrandedFormats.MediaTypeOf(head) ?? AskMagic(head);
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var magic))
        {
            magic.Dispose();
        }
    }

    private string? AskMagic(byte[] head)
    {
        if (!_idle.TryTake(out var magic))
        {
            magic = MagicLibrary.Open();
        }

        var answer = magic.Read(head, head.Length);
        _idle.Add(magic);
        return answer switch
        {
            "application/octet-stream" => null,
            "image/vnd.mozilla.apng" or "image/apng" => "image/png",
            _ => answer,
        };
    }
}
