using System.Text.Json;

namespace Piton.Application.Refusals;

/// <summary>The text form of each <see cref="ErrorCode"/>: <c>too_large</c> for <see cref="ErrorCode.TooLarge"/>.</summary>
public static class ErrorCodes
{
    private static readonly Dictionary<ErrorCode, string> Texts =
        Enum.GetValues<ErrorCode>().ToDictionary(code => code, code => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString()));

    private static readonly Dictionary<string, ErrorCode> Codes = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Text(this ErrorCode code) => Texts[code];

    /// <summary>The code of that text; null for any other text.</summary>
    public static ErrorCode? FromText(string? text) => text is not null && Codes.TryGetValue(text, out var code) ? code : null;
}
