using System.Text.Json;

namespace Piton.Infrastructure.Json;

/// <summary>Writes values that may be none: null then.</summary>
internal static class JsonOptional
{
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, DateTimeOffset? date)
    {
        if (date is { } value)
        {
            writer.WriteString(property, value.UtcDateTime);
        }
        else
        {
            writer.WriteNull(property);
        }
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(property, value);
        }
        else
        {
            writer.WriteNull(property);
        }
    }
}
