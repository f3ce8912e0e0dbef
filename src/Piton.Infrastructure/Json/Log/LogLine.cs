using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// One line of a log, which is one JSON object: <c>{"seq":7,</c> body <c>,"end":1,"crc":"89abcdef"}</c> and a line break. The tail is of
/// fixed width; the checksum covers every byte before <c>,"crc"</c>; <c>"end":1</c> marks the last line of a group.
/// </summary>
internal readonly ref struct LogLine
{
    /// <summary>The longest line, in bytes, its break included.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The most bytes that one group commit writes. What a power cut tears is no longer.</summary>
    public const int MaxGroupLength = 8 << 20;

    public const byte Break = (byte)'\n';

    private const int DigestLength = 8;

    private LogLine(long sequence, bool endsGroup, ReadOnlySpan<byte> body)
    {
        Sequence = sequence;
        EndsGroup = endsGroup;
        Body = body;
    }

    public long Sequence { get; }

    /// <summary>Whether the group is complete with this line.</summary>
    public bool EndsGroup { get; }

    /// <summary>The fields between the sequence number and the tail, without the braces.</summary>
    public ReadOnlySpan<byte> Body { get; }

    private static ReadOnlySpan<byte> Head => "{\"seq\":"u8;

    private static ReadOnlySpan<byte> End => ",\"end\":"u8;

    private static ReadOnlySpan<byte> Digest => ",\"crc\":\""u8;

    private static ReadOnlySpan<byte> Close => "\"}"u8;

    private static int SealLength => Digest.Length + DigestLength + Close.Length;

    /// <summary>The most bytes that a line has around its body.</summary>
    public static int Overhead => Head.Length + 20 + 1 + End.Length + 1 + SealLength + 1;

    /// <summary>Reads a line and checks its checksum.</summary>
    /// <param name="content">The line without its break.</param>
    /// <param name="line">The line, where it is whole.</param>
    /// <param name="flaw">What is wrong with it, where it is not.</param>
    public static bool TryRead(ReadOnlySpan<byte> content, out LogLine line, [NotNullWhen(false)] out string? flaw)
    {
        line = default;
        if (!HasWholeSeal(content))
        {
            flaw = "its checksum is wrong";
            return false;
        }

        var sealedPart = content[..^SealLength];
        flaw = "it is malformed";
        if (!sealedPart.StartsWith(Head)
            || !Utf8Parser.TryParse(sealedPart[Head.Length..], out long sequence, out var digits)
            || sealedPart.Length < Head.Length + digits + 1 + End.Length + 1
            || sealedPart[Head.Length + digits] != ','
            || !sealedPart[..^1].EndsWith(End)
            || sealedPart[^1] is not ((byte)'0' or (byte)'1'))
        {
            return false;
        }

        flaw = null;
        var body = sealedPart[(Head.Length + digits + 1)..^(End.Length + 1)];
        line = new LogLine(sequence, sealedPart[^1] == '1', body);
        return true;
    }

    /// <summary>Writes a line, its break included.</summary>
    /// <returns>How many bytes it took, at most those of the body and <see cref="Overhead"/>.</returns>
    public static int Write(Span<byte> destination, long sequence, ReadOnlySpan<byte> body, bool endsGroup)
    {
        var at = Copy(Head, destination, 0);
        sequence.TryFormat(destination[at..], out var digits, provider: CultureInfo.InvariantCulture);
        at = Copy(","u8, destination, at + digits);
        at = Copy(body, destination, at);
        at = Copy(End, destination, at);
        destination[at++] = endsGroup ? (byte)'1' : (byte)'0';
        at = WriteSeal(destination, at);
        destination[at++] = Break;
        return at;
    }

    /// <summary>Whether an object ends in the checksum of what it holds before.</summary>
    public static bool HasWholeSeal(ReadOnlySpan<byte> content)
    {
        if (content.Length < SealLength)
        {
            return false;
        }

        Span<byte> right = stackalloc byte[SealLength];
        WriteSeal(content[..^SealLength], right);
        return content[^SealLength..].SequenceEqual(right);
    }

    /// <summary>Appends the checksum of the first <paramref name="at"/> bytes; returns where it ends.</summary>
    public static int WriteSeal(Span<byte> destination, int at)
    {
        WriteSeal(destination[..at], destination[at..]);
        return at + SealLength;
    }

    private static void WriteSeal(ReadOnlySpan<byte> covered, Span<byte> destination)
    {
        var at = Copy(Digest, destination, 0);
        Crc32C.Of(covered).TryFormat(destination[at..], out _, "x8", CultureInfo.InvariantCulture);
        Copy(Close, destination, at + DigestLength);
    }

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> destination, int at)
    {
        source.CopyTo(destination[at..]);
        return at + source.Length;
    }
}
