using System.Text;
using System.Text.Json;

namespace Piton.Infrastructure.Json.Log;

/// <summary>The first line of a log: what it is a log of, and in which version of the format.</summary>
internal static class LogHeader
{
    public const int Version = 1;

    /// <param name="kind">What the log holds, a fixed word such as <c>images</c>.</param>
    /// <returns>The line, its break included.</returns>
    public static byte[] Create(string kind) => Create(kind, Version);

    public static byte[] Create(string kind, int version)
    {
        var start = Encoding.UTF8.GetBytes($"{{\"piton\":\"{kind}\",\"version\":{version}");
        var line = new byte[start.Length + LogLine.Overhead];
        start.CopyTo(line, 0);
        var length = LogLine.WriteSeal(line, start.Length);
        line[length++] = LogLine.Break;
        return line[..length];
    }

    /// <summary>What is wrong with a header, or null where nothing is.</summary>
    /// <param name="content">The line without its break.</param>
    /// <param name="kind">What the log should hold.</param>
    public static string? FindFlaw(ReadOnlySpan<byte> content, string kind)
    {
        if (content.SequenceEqual(Create(kind).AsSpan()[..^1]))
        {
            return null;
        }

        if (!LogLine.HasWholeSeal(content))
        {
            return "the header is damaged";
        }

        return ReadVersion(content) is { } version && content.SequenceEqual(Create(kind, version).AsSpan()[..^1])
            ? $"it is of version {version} of the format, and this Piton knows version {Version} only"
            : $"it is not a log of {kind}";
    }

    private static int? ReadVersion(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            using var header = JsonDocument.ParseValue(ref reader);
            return header.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) ? number : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
