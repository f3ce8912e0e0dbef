using System.Buffers.Binary;

namespace Piton.Infrastructure.Tests.Magick;

/// <summary>Adds to a HEIC file of <c>heif-enc</c> what says how its picture stands (ISO/IEC 23008-12, 6.5.10 and 6.5.12).</summary>
internal static class HeicBoxes
{
    // EXIF's orientations as quarter turns against the clock, and then what changes places: 0 for top and bottom, 1 for left and right.
    private static readonly (int Turns, int? Sides)[] Orientations =
        [(0, null), (0, 1), (2, null), (0, 0), (1, 0), (3, null), (3, 0), (1, null)];

    /// <param name="source">Of one picture, whose item is the first.</param>
    /// <param name="orientation">1 to 8, as in EXIF.</param>
    public static byte[] Turn(byte[] source, int orientation)
    {
        var (turns, sides) = Orientations[orientation - 1];
        byte[] turn = turns == 0 ? [] : [0, 0, 0, 9, .. "irot"u8, (byte)turns];
        byte[] mirror = sides is { } pair ? [0, 0, 0, 9, .. "imir"u8, (byte)pair] : [];
        var added = (turn.Length + mirror.Length) / 9;
        var properties = Find(source, "ipco");
        var last = CountBoxes(source, properties);
        var associations = Find(source, "ipma");
        byte[] essential = [.. Enumerable.Range(1, added).Select(number => (byte)(0x80 | (last + number)))];
        return Grow(source, properties, [.. turn, .. mirror], associations, essential);
    }

    private static byte[] Grow(byte[] source, int properties, byte[] boxes, int associations, byte[] essential)
    {
        // Box ipma: version and flags, count of entries, number of the item, count of its properties, and one byte for each.
        const int countAt = 8 + 4 + 4 + 2;
        var file = source.ToArray();
        file[associations + countAt] += (byte)essential.Length;
        Lengthen(file, Find(file, "meta"), boxes.Length + essential.Length);
        Lengthen(file, Find(file, "iprp"), boxes.Length + essential.Length);
        Lengthen(file, properties, boxes.Length);
        Lengthen(file, associations, essential.Length);
        MoveExtents(file, boxes.Length + essential.Length);
        var propertiesEnd = properties + (int)Number(source, properties);
        var behindFirstItem = associations + countAt + 1 + source[associations + countAt];
        return [.. file[..propertiesEnd], .. boxes, .. file[propertiesEnd..behindFirstItem], .. essential, .. file[behindFirstItem..]];
    }

    /// <summary>Box iloc of version 0, as heif-enc writes it: numbers of four bytes, one extent an item.</summary>
    private static void MoveExtents(byte[] file, int by)
    {
        var locations = Find(file, "iloc");
        Assert.Equal([0, 0, 0, 0, 0x44, 0x40], file[(locations + 8)..(locations + 14)]);
        var items = file[locations + 15];
        for (var item = 0; item < items; item++)
        {
            // Number of the item, of where it is, its base, the count of its extents, then the first one: its place and its length.
            var at = locations + 16 + item * 18 + 4;
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), (uint)(Number(file, at) + by));
        }
    }

    private static int CountBoxes(byte[] file, int parent)
    {
        var count = 0;
        for (var at = parent + 8; at < parent + Number(file, parent); at += (int)Number(file, at))
        {
            count++;
        }

        return count;
    }

    private static void Lengthen(byte[] file, int box, int by) =>
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(box), (uint)(Number(file, box) + by));

    private static uint Number(byte[] file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));

    private static int Find(byte[] file, string type) => file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(type)) - 4;
}
