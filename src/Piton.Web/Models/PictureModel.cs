using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>The page of one image.</summary>
public sealed class PictureModel
{
    // The widest rendition that a page shows unasked, and that others are offered to embed.
    private const int WidestShown = 1600;

    /// <param name="image">The image.</param>
    /// <param name="absolute">Makes an absolute link of a path.</param>
    /// <param name="refused">What was typed into one of the page's forms and not accepted; null where nothing was.</param>
    public PictureModel(Image image, Func<string, string> absolute, RefusedText? refused = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(absolute);
        Image = image;
        Refused = refused;
        Sources = new PictureSources(image);
        var sources = new PictureSources(image, WidestShown);
        Shown = sources.Largest;
        ShownPath = sources.PathOf(Shown);
        FullPath = ImagePaths.Rendition(image.Id, RenditionName.Full);
        PageLink = absolute(ImagePaths.Page(image.Id));
        ShownLink = absolute(ShownPath);
        Embeds = [.. image.Renditions.Select(rendition => new EmbedLinks(image, rendition, absolute))];
    }

    public Image Image { get; }

    public RefusedText? Refused { get; }

    public PictureSources Sources { get; }

    public Rendition Shown { get; }

    public string ShownPath { get; }

    public string FullPath { get; }

    public string PageLink { get; }

    public string ShownLink { get; }

    /// <summary>What is pasted elsewhere, for each rendition.</summary>
    public IReadOnlyList<EmbedLinks> Embeds { get; }

    public string Alt => Image.Alt ?? Image.Name;

    public string Ratio => ((double)Image.Width / Image.Height).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>How wide the picture is on the page: as wide as the window, or as its height allows.</summary>
    public string Sizes => string.Create(CultureInfo.InvariantCulture, $"min(100vw,calc(86vh*{Ratio}))");

    public string DownloadName => $"{Image.Name}.{Image.Full.Format.Extension()}";

    /// <summary>How much smaller the full rendition is than the source, 0.71 for 71 %; negative where it grew.</summary>
    public double SavedShare => (double)Image.Conversion.SavedBytes / Image.Source.Bytes;
}
