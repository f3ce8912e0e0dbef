using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>An image as the gallery shows it.</summary>
public sealed class Tile
{
    // Twice the height of a row at the usual shape; a denser screen gains nothing that the eye sees at this size.
    private const int WidestUseful = 800;
    private const int RowHeight = 250;
    private const double Narrowest = 0.5;
    private const double Widest = 3;

    private readonly PictureSources sources;
    private readonly double ratio;

    public Tile(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        sources = new PictureSources(image, WidestUseful);
        ratio = Math.Clamp((double)image.Width / image.Height, Narrowest, Widest);
        Page = ImagePaths.Page(image.Id);
        Name = image.Name;
        Alt = image.Alt ?? image.Name;
        Color = image.Placeholder.Color;
    }

    public string Page { get; }

    public string Name { get; }

    public string Alt { get; }

    public string Color { get; }

    /// <summary>Width by height in the grid, for CSS. Very long and very tall pictures are shown cut.</summary>
    public string Ratio => ratio.ToString("0.###", CultureInfo.InvariantCulture);

    public string Src => sources.PathOf(sources.Smallest);

    public string? SrcSet => sources.SrcSet;

    /// <summary>Browsers that know <c>auto</c> measure the tile; the others get its usual width in a row.</summary>
    public string? Sizes => SrcSet is null ? null : string.Create(CultureInfo.InvariantCulture, $"auto,{Math.Ceiling(ratio * RowHeight / 50) * 50}px");

    public int Width => sources.Smallest.Width;

    public int Height => sources.Smallest.Height;
}
