using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Piton.Infrastructure.Json;

/// <summary>Text in JSON that comes back unharmed, whatever it holds.</summary>
/// <remarks>
/// A name may hold half a surrogate pair. JSON can spell it (RFC 8259, section 8.2), but System.Text.Json writes U+FFFD in its place and
/// refuses to read it, so both ways are gone by hand.
/// </remarks>
internal static class JsonText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>For all JSON that Piton keeps: no more is escaped than has to be.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> property, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(property);
        }
        else if (IsWellFormed(text))
        {
            writer.WriteString(property, text);
        }
        else
        {
            writer.WritePropertyName(property);
            writer.WriteRawValue(Escape(text), skipInputValidation: true);
        }
    }

    /// <summary>The string or null that the reader stands on.</summary>
    /// <exception cref="JsonException">It stands on something else.</exception>
    public static string? ReadOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <summary>The string that the reader stands on.</summary>
    /// <exception cref="JsonException">It stands on something else.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"Expected a string, found {reader.TokenType}.");
        }

        var raw = Decode(reader.ValueSpan);
        return reader.ValueIsEscaped ? Unescape(raw) : raw;
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            throw new JsonException("The text is not UTF-8.", exception);
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static string Escape(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return json.Append('"').ToString();
    }

    // The reader has checked the grammar: behind a backslash there is an escape, and behind a u there are four digits.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
            }
            else if (raw[++at] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(Plain(raw[at]));
            }
        }

        return text.ToString();
    }

    private static char Plain(char escape) => escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escape,
    };
}
