using System.Diagnostics.CodeAnalysis;

namespace Piton.Domain.Access;

/// <summary>The identity of a session: 128 random bits, written as 32 lower-case hexadecimal digits. It is no secret; the cookie holds another.</summary>
public readonly record struct SessionId(UInt128 Value)
{
    public static SessionId New() => new(RandomBits.Next());

    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        var parsed = Hex.TryParse(text, out var value);
        id = new SessionId(value);
        return parsed;
    }

    public override string ToString() => Hex.Format(Value);
}
