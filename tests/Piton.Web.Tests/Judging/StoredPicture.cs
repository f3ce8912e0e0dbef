using System.Text.Json;
using NetVips;

namespace Piton.Web.Tests.Judging;

/// <summary>The files of an image that was accepted, fetched and decoded.</summary>
internal static class StoredPicture
{
    private static readonly (string Name, int MaxWidth)[] Smaller = [("w1600", 1600), ("w800", 800), ("w320", 320)];

    private static readonly string[] Metadata = ["exif-data", "xmp-data", "iptc-data", "gif-comment-0"];

    /// <summary>Holds every rendition to its size, to being whole and to carrying nothing along.</summary>
    /// <param name="client">A client of the server.</param>
    /// <param name="image">The image as the API describes it.</param>
    /// <param name="payloads">What no output may hold.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>What is wrong; null where all is well.</returns>
    public static async Task<string?> FlawOfAsync(
        HttpClient client, JsonElement image, IReadOnlyList<byte[]> payloads, CancellationToken cancellationToken = default)
    {
        var urls = image.GetProperty("urls");
        var width = image.GetProperty("width").GetInt32();
        var height = image.GetProperty("height").GetInt32();
        foreach (var (name, expected) in Sizes(width, height))
        {
            if (urls.TryGetProperty(name, out var url) != expected is not null)
            {
                return $"The rendition {name} of a picture {width} pixels wide is there where it should not be, or the other way round.";
            }

            if (expected is { } size)
            {
                var bytes = await client.GetByteArrayAsync(url.GetString(), cancellationToken);
                if (FlawOf(bytes, size, image.GetProperty("frames").GetInt32(), payloads) is { } flaw)
                {
                    return $"{name}: {flaw}";
                }
            }
        }

        return null;
    }

    /// <summary>Decodes a file whole: every frame, one above the other.</summary>
    /// <exception cref="VipsException">It cannot be decoded.</exception>
    public static Image Decode(byte[] bytes)
    {
        var hasFrames = bytes.AsSpan().StartsWith("GIF8"u8) || bytes.AsSpan().StartsWith("RIFF"u8);
        using var opened = Image.NewFromBuffer(
            bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error, kwargs: hasFrames ? new VOption { { "n", -1 } } : null);
        return opened.CopyMemory();
    }

    /// <summary>The height of one frame.</summary>
    public static int FrameHeight(Image decoded) => decoded.Contains("page-height") ? (int)decoded.Get("page-height") : decoded.Height;

    private static IEnumerable<(string Name, (int Width, int Height)? Size)> Sizes(int width, int height)
    {
        yield return ("full", (width, height));
        foreach (var (name, maxWidth) in Smaller)
        {
            var down = Math.Max(1, (int)Math.Round((double)height * maxWidth / width, MidpointRounding.AwayFromZero));
            yield return (name, width > maxWidth ? (maxWidth, down) : null);
        }
    }

    private static string? FlawOf(byte[] bytes, (int Width, int Height) size, int frames, IReadOnlyList<byte[]> payloads)
    {
        if (payloads.FirstOrDefault(payload => bytes.AsSpan().IndexOf(payload) >= 0) is { } found)
        {
            return $"It holds “{System.Text.Encoding.Latin1.GetString(found)}”.";
        }

        try
        {
            using var decoded = Decode(bytes);
            if ((decoded.Width, FrameHeight(decoded)) != size)
            {
                return $"It measures {decoded.Width} × {FrameHeight(decoded)} and not {size.Width} × {size.Height}.";
            }

            // A smaller rendition may be a still where the frames would be too many.
            var count = decoded.Height / FrameHeight(decoded);
            return count != frames && count != 1 ? $"It has {count} frames and not {frames}." : MetadataIn(decoded);
        }
        catch (VipsException broken)
        {
            return $"It cannot be decoded: {broken.Message}";
        }
    }

    private static string? MetadataIn(Image decoded) =>
        Metadata.FirstOrDefault(decoded.Contains) is { } field ? $"It holds {field}." : null;
}
