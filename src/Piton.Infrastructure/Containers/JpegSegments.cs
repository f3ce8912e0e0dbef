using System.Buffers.Binary;

namespace Piton.Infrastructure.Containers;

/// <summary>
/// Copies the first picture of a JPEG file (ITU-T T.81, annex B) segment by segment and leaves out all that is not needed to decode it:
/// comments, application data, thumbnails, further pictures and what follows the end. It trusts no length, and refuses what it does not understand.
/// </summary>
internal static class JpegSegments
{
    private const byte Prefix = 0xff;
    private const int LengthBytes = 2;

    // Which colours the samples stand for is said by these two, so neither may come or go.
    private const int JfifLength = 14;
    private const int AdobeLength = 12;

    private enum Marker : byte
    {
        BaselineFrame = 0xc0,
        ExtendedFrame = 0xc1,
        ProgressiveFrame = 0xc2,
        HuffmanTables = 0xc4,
        ArithmeticFrame = 0xc9,
        ArithmeticProgressiveFrame = 0xca,
        ArithmeticConditioning = 0xcc,
        FirstRestart = 0xd0,
        LastRestart = 0xd7,
        Start = 0xd8,
        End = 0xd9,
        Scan = 0xda,
        QuantizationTables = 0xdb,
        RestartInterval = 0xdd,
        Jfif = 0xe0,
        Adobe = 0xee,
        LastApplication = 0xef,
        Comment = 0xfe,
    }

    private static ReadOnlySpan<byte> FileStart => [Prefix, (byte)Marker.Start];

    // JFIF 1.01 without a thumbnail, its pixels square (ITU-T T.871, 10.1).
    private static ReadOnlySpan<byte> PlainJfif => [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    /// <returns>Null where the bytes are not a JPEG file by the book, or one of a kind that browsers do not show.</returns>
    public static byte[]? WithoutMetadata(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(FileStart))
        {
            return null;
        }

        var output = new MemoryStream(file.Length);
        output.Write(FileStart);
        return TryCopy(file[FileStart.Length..], output) ? output.ToArray() : null;
    }

    /// <summary>The same file less the last byte of its last scan, by which it can be told whether that scan was as long as it had to be.</summary>
    /// <param name="file">What <see cref="WithoutMetadata"/> gave.</param>
    public static byte[] WithoutLastByte(ReadOnlySpan<byte> file)
    {
        var data = file[..^2];
        var isStuffed = data is [.., Prefix, 0];
        return [.. data[..^(isStuffed ? 2 : 1)], Prefix, (byte)Marker.End];
    }

    private static bool TryCopy(ReadOnlySpan<byte> rest, MemoryStream output)
    {
        var (hasFrame, hasScan, hasJfif, hasAdobe) = (false, false, false, false);
        while (TryTakeMarker(ref rest, out var marker))
        {
            if (marker == Marker.End)
            {
                output.Write([Prefix, (byte)marker]);
                return hasScan;
            }

            if (!TryTakeSegment(ref rest, out var payload))
            {
                return false;
            }

            switch (marker)
            {
                case Marker.Jfif when !hasJfif && payload.Length >= JfifLength && payload.StartsWith("JFIF\0"u8):
                    hasJfif = true;
                    Write(output, marker, PlainJfif);
                    break;
                case Marker.Adobe when !hasAdobe && payload.Length >= AdobeLength && payload.StartsWith("Adobe"u8):
                    hasAdobe = true;
                    Write(output, marker, payload[..AdobeLength]);
                    break;
                case >= Marker.Jfif and <= Marker.LastApplication or Marker.Comment:
                    break;
                case var _ when IsFrame(marker):
                    if (hasFrame || !IsWholeFrame(payload))
                    {
                        return false;
                    }

                    hasFrame = true;
                    Write(output, marker, payload);
                    break;
                case Marker.Scan:
                    if (!hasFrame || !IsWholeScan(payload))
                    {
                        return false;
                    }

                    hasScan = true;
                    Write(output, marker, payload);
                    CopyCodedData(ref rest, output);
                    break;
                default:
                    if (!AreWholeTables(marker, payload))
                    {
                        return false;
                    }

                    Write(output, marker, payload);
                    break;
            }
        }

        return false;
    }

    /// <summary>Takes a marker off the front, and the bytes that may fill the room before it (B.1.1.2).</summary>
    private static bool TryTakeMarker(ref ReadOnlySpan<byte> rest, out Marker marker)
    {
        var filled = rest.IndexOfAnyExcept(Prefix);
        marker = filled > 0 ? (Marker)rest[filled] : default;
        rest = filled > 0 ? rest[(filled + 1)..] : default;
        return marker != default;
    }

    private static bool TryTakeSegment(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (rest.Length < LengthBytes)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < LengthBytes || length > rest.Length)
        {
            return false;
        }

        payload = rest[LengthBytes..length];
        rest = rest[length..];
        return true;
    }

    /// <summary>Copies up to the next marker that is neither a stuffed byte nor a restart; fill bytes go.</summary>
    private static void CopyCodedData(ref ReadOnlySpan<byte> rest, MemoryStream output)
    {
        var end = 0;
        while (true)
        {
            var prefix = rest[end..].IndexOf(Prefix);
            if (prefix < 0 || end + prefix + 1 >= rest.Length)
            {
                end = rest.Length;
                break;
            }

            end += prefix;
            if (rest[end + 1] != 0 && (Marker)rest[end + 1] is < Marker.FirstRestart or > Marker.LastRestart)
            {
                break;
            }

            end += 2;
        }

        output.Write(rest[..end]);
        rest = rest[end..];
    }

    private static bool IsFrame(Marker marker) => marker
        is Marker.BaselineFrame or Marker.ExtendedFrame or Marker.ProgressiveFrame or Marker.ArithmeticFrame or Marker.ArithmeticProgressiveFrame;

    // B.2.2: precision, height, width, count, and three bytes a component. Eight bits, and grey or three colours, are what is shown everywhere.
    private static bool IsWholeFrame(ReadOnlySpan<byte> payload) =>
        payload.Length >= 6 && payload[0] == 8 && payload[5] is 1 or 3 && payload.Length == 6 + 3 * payload[5];

    // B.2.3: count, two bytes a component, and three of progression.
    private static bool IsWholeScan(ReadOnlySpan<byte> payload) =>
        payload.Length >= 1 && payload[0] is >= 1 and <= 3 && payload.Length == 4 + 2 * payload[0];

    /// <summary>Whether the segment holds tables, and nothing behind them.</summary>
    private static bool AreWholeTables(Marker marker, ReadOnlySpan<byte> payload) => marker switch
    {
        Marker.QuantizationTables => AreWhole(payload, QuantizationTableLength),
        Marker.HuffmanTables => AreWhole(payload, HuffmanTableLength),
        Marker.ArithmeticConditioning => payload.Length % 2 == 0,
        Marker.RestartInterval => payload.Length == 2,
        _ => false,
    };

    private static bool AreWhole(ReadOnlySpan<byte> tables, Func<ReadOnlySpan<byte>, int> lengthOf)
    {
        while (!tables.IsEmpty)
        {
            var length = lengthOf(tables);
            if (length > tables.Length)
            {
                return false;
            }

            tables = tables[length..];
        }

        return true;
    }

    // B.2.4.1: 64 elements of one byte or two.
    private static int QuantizationTableLength(ReadOnlySpan<byte> table) => 1 + 64 * (table[0] >> 4 == 0 ? 1 : 2);

    // B.2.4.2: how many codes there are of each length, then their values.
    private static int HuffmanTableLength(ReadOnlySpan<byte> table)
    {
        const int counts = 16;
        var length = 1 + counts;
        if (table.Length < length)
        {
            return length;
        }

        foreach (var count in table[1..length])
        {
            length += count;
        }

        return length;
    }

    private static void Write(MemoryStream output, Marker marker, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = [Prefix, (byte)marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[LengthBytes..], (ushort)(payload.Length + LengthBytes));
        output.Write(head);
        output.Write(payload);
    }
}
