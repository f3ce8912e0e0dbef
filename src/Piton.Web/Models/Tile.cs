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
    private const int PhoneRowHeight = 70;
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
        Id = image.Id.ToString();
        Month = image.CreatedAt.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Color = image.Placeholder.Color;
        ThumbHash = image.Placeholder.ThumbHash;
        Size = string.Create(CultureInfo.InvariantCulture, $"{image.Width}x{image.Height}");
        Screen = image.Renditions.FirstOrDefault(rendition => rendition.Name == RenditionName.W1600)?.Width;
        IsSmall = Math.Max(image.Width, image.Height) < SmallestFilling;
        Visibility = image.Visibility;
        Page = ImagePaths.Page(image.Id);
        Name = image.Name;
        Alt = image.Alt ?? image.Name;
    }

    public string Id { get; }

    /// <summary>When it was added, <c>2026-03</c>, by UTC as the list of months.</summary>
    public string Month { get; }

    /// <summary>Width ÷ height as it is drawn. Very long and very tall pictures are shown cut.</summary>
    public string Ratio => _ratio.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The average colour, <c>#rrggbb</c>.</summary>
    public string Color { get; }

    /// <summary>In base64.</summary>
    public string ThumbHash { get; }

    /// <summary>Pixels across and down of the whole picture, <c>4000x3000</c>.</summary>
    public string Size { get; }

    /// <summary>Pixels across of the rendition that fills a screen; null where there is none between those of tiles and the whole picture.</summary>
    public int? Screen { get; }

    /// <summary>Whether it is an icon, which is not blown up.</summary>
    public bool IsSmall { get; }

    public Visibility Visibility { get; }

    public string Page { get; }

    public string Name { get; }

    public string Alt { get; }

    /// <summary>What the rule of this tile says where there are no scripts: its shape, its colour, and of an icon that it is not blown up, on neutral ground.</summary>
    public string Style => $"--r:{Ratio};{(IsSmall ? "--c:var(--mat);--f:scale-down" : $"--c:{Color}")}";

    public string Src => _sources.PathOf(_sources.Smallest);

    public string? SrcSet => _sources.SrcSet;

    /// <summary>The usual width of the tile in a row. The screens of phones are twice as dense as a picture of that size has to be.</summary>
    public string? Sizes => SrcSet is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"(max-width:40em) {Math.Ceiling(_ratio * PhoneRowHeight)}px,{Math.Ceiling(_ratio * RowHeight)}px");

    public int Width => _sources.Smallest.Width;

    public int Height => _sources.Smallest.Height;
}
