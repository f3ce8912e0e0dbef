using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Hosting;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>The page of one image.</summary>
public sealed class PictureModel
{
    // The widest rendition that a page shows unasked, and that others are offered to embed.
    private const int WidestShown = 1600;

    /// <param name="image">The image.</param>
    /// <param name="absolute">Makes an absolute link of a path.</param>
    /// <param name="refused">The new name that was not accepted; null where none was.</param>
    public PictureModel(Image image, Func<string, string> absolute, RefusedName? refused = null)
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
        FullLink = absolute(FullPath);
    }

    public Image Image { get; }

    public RefusedName? Refused { get; }

    public PictureSources Sources { get; }

    public Rendition Shown { get; }

    public string ShownPath { get; }

    public string FullPath { get; }

    public string PageLink { get; }

    public string ShownLink { get; }

    public string FullLink { get; }

    public string Alt => Image.Alt ?? Image.Name;

    public string Ratio => ((double)Image.Width / Image.Height).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>How wide the picture is on the page: as wide as the window, or as its height allows.</summary>
    public string Sizes => string.Create(CultureInfo.InvariantCulture, $"min(100vw,calc(86vh*{Ratio}))");

    public string DownloadName => $"{Image.Name}.{Image.Full.Format.Extension()}";

    public string HtmlCode => string.Create(
        CultureInfo.InvariantCulture,
        $"<a href=\"{PageLink}\"><img src=\"{ShownLink}\" width=\"{Shown.Width}\" height=\"{Shown.Height}\" alt=\"{PlainHtmlEncoder.Instance.Encode(Alt)}\"></a>");

    public string MarkdownCode => $"[![{MarkdownText(Alt)}]({ShownLink})]({PageLink})";

    /// <summary>How much smaller the full rendition is than the source, 0.71 for 71 %; negative where it grew.</summary>
    public double SavedShare => (double)Image.Conversion.SavedBytes / Image.Source.Bytes;

    // Line breaks would end the link, brackets its text.
    private static string MarkdownText(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(letter => "[]\\`*_<>&!".Contains(letter) ? $"\\{letter}" : $"{letter}"));
}
