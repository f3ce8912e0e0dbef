namespace Piton.Infrastructure.Tests.Vips;

/// <summary>The kinds of BMP that <see cref="BitmapFile"/> makes.</summary>
public enum BitmapKind
{
    Core1,
    Core4,
    Core8,
    Core24,
    Os2Two24,
    Indexed1,
    Indexed4,
    Indexed8,
    RunLength4,
    RunLength8,
    Rgb555,
    Rgb565,
    Rgb24,
    Rgb24TopDown,
    Rgb32,
    BitFields32,
    V4WithAlpha,
    V5,
}
