using System.Text.Json;

namespace Piton.Infrastructure.Json;

/// <summary>The value of an enumeration as a word in JSON: its name, the first letter small.</summary>
internal static class JsonWord
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <exception cref="FormatException">No value has that word.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        throw new FormatException($"“{word}” is no {typeof(T).Name}.");
    }
}
