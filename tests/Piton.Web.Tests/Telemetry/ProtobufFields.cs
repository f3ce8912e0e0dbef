using System.Buffers.Binary;
using System.Text;

namespace Piton.Web.Tests.Telemetry;

/// <summary>The fields of a message in the encoding of Protocol Buffers, as far as traces need it.</summary>
internal static class ProtobufFields
{
    /// <summary>Each field: its number, and its bytes or its number in eight bytes.</summary>
    public static List<(int Field, byte[] Value)> Of(byte[] message)
    {
        var fields = new List<(int, byte[])>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (key & 7) switch { 0 => 0, 1 => 8, 2 => (int)Varint(message, ref at), 5 => 4, _ => throw new InvalidDataException($"There is no wire type {key & 7}.") };
            byte[] value;
            if ((key & 7) == 0)
            {
                value = new byte[8];
                BinaryPrimitives.WriteUInt64LittleEndian(value, Varint(message, ref at));
            }
            else
            {
                value = message[at..(at + length)];
                at += length;
            }

            fields.Add(((int)(key >> 3), value));
        }

        return fields;
    }

    /// <summary>The messages in a field of <paramref name="message"/>.</summary>
    public static IEnumerable<byte[]> All(byte[] message, int field) => Of(message).Where(one => one.Field == field).Select(one => one.Value);

    /// <summary>The bytes of a field; none where it is not there.</summary>
    public static byte[] One(byte[] message, int field) => All(message, field).FirstOrDefault([]);

    public static string Text(byte[] message, int field) => Encoding.UTF8.GetString(One(message, field));

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
