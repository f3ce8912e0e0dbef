using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using NetVips;

namespace Piton.Browser.Tests;

/// <summary>Pictures for the documentation, drawn in code: ridges behind ridges under a sun, each number a landscape of its own.</summary>
internal static class Landscapes
{
    private const int Ridges = 5;
    private const int Points = 48;

    private static readonly (int Width, int Height)[] Shapes = [(1800, 1200), (1200, 1600), (1600, 1200), (1920, 1080)];

    // The sky above, the sky at the horizon, and the nearest ridge.
    private static readonly (string High, string Low, string Near)[] Palettes =
    [
        ("#c9c4e8", "#9a93cc", "#2c2a52"), ("#f3d3de", "#dd9fb6", "#4d2745"), ("#fae3b4", "#e2ae66", "#4a312b"), ("#f6c99c", "#ea9b7d", "#34344f"),
        ("#d8ede1", "#9fd3c1", "#1d5a63"), ("#ffdd9c", "#ff9f7a", "#5a2749"), ("#bfe0ec", "#9dc4bb", "#24493f"),
    ];

    /// <param name="number">Which one, from 1.</param>
    public static FilePayload Take(int number)
    {
        var (width, height) = Shapes[number % Shapes.Length];
        var drawing = Draw(new Random(number), Palettes[number % Palettes.Length], width, height);
        using var picture = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(drawing));
        using var flat = picture.Flatten();
        return new FilePayload { Name = $"landscape-{number}.jpg", MimeType = "image/jpeg", Buffer = flat.JpegsaveBuffer(q: 92) };
    }

    private static string Draw(Random random, (string High, string Low, string Near) palette, int width, int height)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<linearGradient id="sky" x2="0" y2="1"><stop stop-color="{palette.High}"/><stop offset="0.7" stop-color="{palette.Low}"/></linearGradient>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{width}" height="{height}" fill="url(#sky)"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{width * (0.2 + random.NextDouble() * 0.6):0}" cy="{height * (0.2 + random.NextDouble() * 0.2):0}" r="{height * 0.1:0}" fill="#fff" fill-opacity="0.75"/>""");
        for (var ridge = 0; ridge < Ridges; ridge++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="{Ridge(random, ridge, width, height)}" fill="{palette.Near}" fill-opacity="{0.25 + ridge * 0.18:0.00}"/>""");
        }

        return svg.Append("</svg>").ToString();
    }

    // A sum of waves, the longest the highest.
    private static string Ridge(Random random, int ridge, int width, int height)
    {
        var waves = Enumerable.Range(1, 6).Select(wave => (Length: wave * (1.5 + random.NextDouble()), Phase: random.NextDouble() * Math.Tau, Height: 0.07 / wave)).ToArray();
        var path = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"M0,{height}"));
        for (var point = 0; point <= Points; point++)
        {
            var x = (double)point / Points;
            var y = 0.45 + ridge * 0.11 + waves.Sum(wave => wave.Height * Math.Sin(x * wave.Length * Math.PI + wave.Phase));
            path.Append(CultureInfo.InvariantCulture, $" L{x * width:0},{y * height:0}");
        }

        return path.Append(CultureInfo.InvariantCulture, $" L{width},{height}Z").ToString();
    }
}
