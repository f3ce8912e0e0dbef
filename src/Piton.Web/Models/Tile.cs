using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>An image as the gallery shows it.</summary>
public sealed class Tile
{
    // Twice the width of a usual tile: a denser screen gains nothing that the eye sees at this size.
    private const int WidestUseful = 800;
    private const int RowHeight = 250;
    private const int SmallestFilling = 160;
    private const double Narrowest = 0.5;
    private const double Widest = 3;

    private readonly PictureSources _sources;
    private readonly double _ratio;

    public Tile(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _sources = new PictureSources(image, WidestUseful);
        _ratio = Math.Clamp((double)image.Width / image.Height, Narrowest, Widest);
        Id = image.Id;
        ThumbHash = image.Placeholder.ThumbHash;
        Page = ImagePaths.Page(image.Id);
        Name = image.Name;
        Alt = image.Alt ?? image.Name;
        Style = StyleOf(image);
    }

    public ImageId Id { get; }

    public string ThumbHash { get; }

    public string Page { get; }

    public string Name { get; }

    public string Alt { get; }

    /// <summary>
    /// What the rule of this tile says: its shape, its colour until the picture arrives, and of an icon that it is not blown up. Very long
    /// and very tall pictures are shown cut.
    /// </summary>
    public string Style { get; }

    public string Src => _sources.PathOf(_sources.Smallest);

    public string? SrcSet => _sources.SrcSet;

    /// <summary>Browsers that know <c>auto</c> measure the tile; the others get its usual width in a row.</summary>
    public string? Sizes => SrcSet is null ? null : string.Create(CultureInfo.InvariantCulture, $"auto,{Math.Ceiling(_ratio * RowHeight / 50) * 50}px");

    public int Width => _sources.Smallest.Width;

    public int Height => _sources.Smallest.Height;

    private string StyleOf(Image image)
    {
        var style = string.Create(CultureInfo.InvariantCulture, $"--r:{_ratio:0.###};--c:{image.Placeholder.Color}");
        return Math.Max(image.Width, image.Height) < SmallestFilling ? style + ";--f:scale-down" : style;
    }
}
