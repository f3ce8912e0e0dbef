using System.Diagnostics.CodeAnalysis;

namespace Piton.Domain.Images;

/// <summary>The identity of an image: 128 random bits, so that nobody guesses the address of another's picture.</summary>
/// <remarks>Written as 32 lower-case hexadecimal digits. Any other spelling is not an id.</remarks>
public readonly record struct ImageId(UInt128 Value) : IComparable<ImageId>
{
    public static ImageId New() => new(RandomBits.Next());

    public static bool TryParse([NotNullWhen(true)] string? text, out ImageId id)
    {
        var parsed = Hex.TryParse(text, out var value);
        id = new ImageId(value);
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out ImageId id)
    {
        var parsed = Hex.TryParse(text, out var value);
        id = new ImageId(value);
        return parsed;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out ImageId id)
    {
        var parsed = Hex.TryParse(utf8, out var value);
        id = new ImageId(value);
        return parsed;
    }

    public int CompareTo(ImageId other) => Value.CompareTo(other.Value);

    public override string ToString() => Hex.Format(Value);

    public static bool operator <(ImageId left, ImageId right) => left.CompareTo(right) < 0;

    public static bool operator >(ImageId left, ImageId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ImageId left, ImageId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ImageId left, ImageId right) => left.CompareTo(right) >= 0;
}
