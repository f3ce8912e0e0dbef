using NetVips;

namespace Piton.Benchmarks;

/// <summary>A screenshot made in code: smooth text, boxes and lines on flat ground, the same for the same seed.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="IsDark">Light on dark, or dark on light.</param>
/// <param name="Seed">Which words and numbers.</param>
internal sealed record Screenshot(int Width, int Height, bool IsDark, int Seed)
{
    private const int Margin = 24;

    private static readonly string[] Words =
    [
        "picture", "gallery", "upload", "of", "the", "and", "converts", "library", "server", "a", "without", "loss", "metadata", "is", "stored",
        "catalogue", "rendition", "to", "quality", "by", "measured", "bytes", "width", "every", "file", "in", "folder", "verified", "page",
    ];

    private static readonly double[][] Accents = [[38, 110, 201], [200, 72, 40], [46, 140, 84], [150, 84, 180], [190, 140, 20]];

    private readonly Random _random = new(Seed);

    private double[] Paper => IsDark ? [30, 32, 38] : [255, 255, 255];

    private double[] Ink => IsDark ? [222, 224, 228] : [34, 36, 40];

    private double[] Panel => IsDark ? [42, 45, 53] : [243, 244, 246];

    /// <summary>A window with a heading, a side bar and paragraphs.</summary>
    public Image Document()
    {
        var page = Window();
        page = Write(page, Sentence(5), "DejaVu Sans Bold 20", Ink, 260, 70, Width - 300);
        for (var y = 130; y < Height - 140; y += 150)
        {
            page = Write(page, Sentence(12), "DejaVu Sans Bold 12", Accents[y / 150 % Accents.Length], 260, y, Width - 300);
            page = Write(page, Sentence(75), "DejaVu Sans 11", Ink, 260, y + 26, Width - 300);
        }

        return page;
    }

    /// <summary>A window with numbered lines of code, each of one colour.</summary>
    public Image Code()
    {
        var page = Window();
        for (var (y, line) = (70, 1); y < Height - 30; y += 19, line++)
        {
            page = Write(page, $"{line}", "DejaVu Sans Mono 10", Accents[4], 232, y, 40);
            var colour = line % 4 == 0 ? Accents[line / 4 % Accents.Length] : Ink;
            var text = $"{new string(' ', 4 * _random.Next(4))}var {Sentence(2).Replace(' ', '_')} = {Sentence(3).Replace(' ', '.')}({_random.Next(9999)});";
            page = Write(page, text, "DejaVu Sans Mono 10", colour, 280, y, Width - 300);
        }

        return page;
    }

    /// <summary>A table of numbers.</summary>
    public Image Table()
    {
        var page = Window();
        for (var y = 80; y < Height - 40; y += 26)
        {
            page = page.Mutate(image => image.DrawRect(Panel, 230, y + 22, Width - 260, 1));
            for (var x = 240; x < Width - 140; x += 130)
            {
                page = Write(page, y == 80 ? Sentence(1) : $"{_random.Next(1_000_000):N0}", y == 80 ? "DejaVu Sans Bold 10" : "DejaVu Sans 10", Ink, x, y, 120);
            }
        }

        return page;
    }

    /// <summary>Boxes joined by lines, and bars beside an axis.</summary>
    public Image Diagram()
    {
        var page = Window();
        var half = Height / 2;
        for (var column = 0; column < 5; column++)
        {
            var (x, y) = (250 + column * (Width - 280) / 5, 90 + _random.Next(half - 220));
            page = page.Mutate(image =>
            {
                image.DrawLine(Ink, x + 150, y + 35, 250 + (column + 1) * (Width - 280) / 5, 120 + _random.Next(half - 220));
                image.DrawRect(Accents[column], x, y, 150, 70, fill: true);
            });
            page = Write(page, Sentence(2), "DejaVu Sans Bold 10", [255, 255, 255], x + 10, y + 20, 135);
        }

        for (var bar = 0; bar < 24; bar++)
        {
            var height = _random.Next(20, half - 100);
            page = page.Mutate(image => image.DrawRect(Accents[bar % 3], 260 + bar * (Width - 300) / 24, Height - 60 - height, 22, height, fill: true));
            page = Write(page, $"{height}", "DejaVu Sans 8", Ink, 260 + bar * (Width - 300) / 24, Height - 54, 30);
        }

        return page;
    }

    private Image Window()
    {
        var page = (Image.Black(Width, Height, bands: 3) + Paper).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        page = page.Mutate(image =>
        {
            image.DrawRect(Panel, 0, 0, Width, 48, fill: true);
            image.DrawRect(Panel, 0, 48, 210, Height - 48, fill: true);
            image.DrawRect(Accents[0], Width - 140, 10, 116, 28, fill: true);
        });
        page = Write(page, Sentence(3), "DejaVu Sans Bold 12", Ink, Margin, 14, 400);
        for (var y = 70; y < Height - 40; y += 34)
        {
            page = Write(page, Sentence(2), "DejaVu Sans 10", Ink, Margin, y, 180);
        }

        return page;
    }

    private static Image Write(Image page, string text, string font, double[] colour, int x, int y, int width)
    {
        using var mask = Image.Text(text, font: font, width: width, dpi: 96);
        var (across, down) = (Math.Min(mask.Width, page.Width - x), Math.Min(mask.Height, page.Height - y));
        using var cover = mask.Crop(0, 0, across, down) / 255.0;
        using var under = page.Crop(x, y, across, down);
        using var painted = (cover * colour + (1 - cover) * under + 0.5).Cast(Enums.BandFormat.Uchar);
        return page.Insert(painted, x, y).CopyMemory();
    }

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));
}
