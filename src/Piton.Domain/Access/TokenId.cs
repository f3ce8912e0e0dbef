using System.Diagnostics.CodeAnalysis;

namespace Piton.Domain.Access;

/// <summary>The identity of an API token: 128 random bits, written as 32 lower-case hexadecimal digits.</summary>
public readonly record struct TokenId(UInt128 Value)
{
    public static TokenId New() => new(RandomBits.Next());

    public static bool TryParse([NotNullWhen(true)] string? text, out TokenId id)
    {
        var parsed = Hex.TryParse(text, out var value);
        id = new TokenId(value);
        return parsed;
    }

    public override string ToString() => Hex.Format(Value);
}
