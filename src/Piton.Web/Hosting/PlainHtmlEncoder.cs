using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Piton.Web.Hosting;

/// <summary>Writes letters of every script as they are, so that names stay readable and pages small; what HTML needs escaped still is.</summary>
/// <remarks>
/// The control characters U+0080 to U+009F go as they are as well: HTML reads a numeric reference to one as a letter of Windows-1252
/// (WHATWG HTML, "numeric character reference end state"), which would change the name.
/// </remarks>
public sealed class PlainHtmlEncoder : HtmlEncoder
{
    private readonly HtmlEncoder _inner = Create(UnicodeRanges.All);

    private PlainHtmlEncoder()
    {
    }

    public static PlainHtmlEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => _inner.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => !IsHighControl(unicodeScalar) && _inner.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var start = 0; start < textLength;)
        {
            var found = _inner.FindFirstCharacterToEncode(text + start, textLength - start);
            if (found < 0 || !IsHighControl(text[start + found]))
            {
                return found < 0 ? found : start + found;
            }

            start += found + 1;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        _inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    private static bool IsHighControl(int unicodeScalar) => unicodeScalar is >= 0x80 and <= 0x9f;
}
