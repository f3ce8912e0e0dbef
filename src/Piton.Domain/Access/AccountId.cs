using System.Diagnostics.CodeAnalysis;

namespace Piton.Domain.Access;

/// <summary>The identity of an account: 128 random bits, written as 32 lower-case hexadecimal digits.</summary>
public readonly record struct AccountId(UInt128 Value)
{
    public static AccountId New() => new(RandomBits.Next());

    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId id)
    {
        var parsed = Hex.TryParse(text, out var value);
        id = new AccountId(value);
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out AccountId id)
    {
        var parsed = Hex.TryParse(utf8, out var value);
        id = new AccountId(value);
        return parsed;
    }

    public override string ToString() => Hex.Format(Value);
}
