using System.Text.Json;
using NetVips;

namespace Piton.Web.Tests.Judging;

/// <summary>The files of an image that was accepted, fetched and decoded.</summary>
internal static class StoredPicture
{
    private const string Full = "full";

    // What a smaller rendition is of an animation that has too many pixels to move at every size.
    private const int Still = 1;

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
        var frames = image.GetProperty("frames").GetInt32();
        foreach (var (name, expected) in Sizes(width, height))
        {
            // One that would be larger than the full one is left out.
            if (!urls.TryGetProperty(name, out var url) && name != Full)
            {
                continue;
            }

            if (expected is not { } size)
            {
                return $"There is a rendition {name} of a picture {width} pixels wide.";
            }

            var bytes = await client.GetByteArrayAsync(url.GetString(), cancellationToken);
            if (FlawOf(bytes, size, name == Full ? [frames] : [frames, Still], payloads) is { } flaw)
            {
                return $"{name}: {flaw}";
            }
        }

        return null;
    }

    /// <summary>Decodes a file whole: every frame, one above the other.</summary>
    /// <exception cref="VipsException">It cannot be decoded.</exception>
    public static Image Decode(byte[] bytes)
    {
        using var opened = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error, kwargs: AllFramesOf(bytes));
        return opened.CopyMemory();
    }

    /// <summary>The option of libvips that opens every frame, where the format has frames.</summary>
    public static VOption? AllFramesOf(byte[] bytes) =>
        bytes.AsSpan().StartsWith("GIF8"u8) || bytes.AsSpan().StartsWith("RIFF"u8) ? new VOption { { "n", -1 } } : null;

    /// <summary>The height of one frame.</summary>
    public static int FrameHeight(Image decoded) => decoded.Contains("page-height") ? (int)decoded.Get("page-height") : decoded.Height;

    private static IEnumerable<(string Name, (int Width, int Height)? Size)> Sizes(int width, int height)
    {
        yield return (Full, (width, height));
        foreach (var (name, maxWidth) in Smaller)
        {
            var down = Math.Max(1, (int)Math.Round((double)height * maxWidth / width, MidpointRounding.AwayFromZero));
            yield return (name, width > maxWidth ? (maxWidth, down) : null);
        }
    }

    private static string? FlawOf(byte[] bytes, (int Width, int Height) size, int[] frames, IReadOnlyList<byte[]> payloads)
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

            var count = decoded.Height / FrameHeight(decoded);
            return frames.Contains(count) ? MetadataIn(decoded) : $"It has {count} frames and not {string.Join(" or ", frames)}.";
        }
        catch (VipsException broken)
        {
            return $"It cannot be decoded: {broken.Message}";
        }
    }

    private static string? MetadataIn(Image decoded) =>
        Metadata.FirstOrDefault(decoded.Contains) is { } field ? $"It holds {field}." : null;
}
