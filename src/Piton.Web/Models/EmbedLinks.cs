using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Hosting;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>What one pastes elsewhere to show a rendition of an image there. Each leads back to the image's page.</summary>
public sealed class EmbedLinks
{
    private const string MarkdownMarks = "\\`*_{}[]()<>#+-.!|~&";

    /// <param name="image">The image.</param>
    /// <param name="rendition">One of its renditions.</param>
    /// <param name="absolute">Makes an absolute link of a path.</param>
    public EmbedLinks(Image image, Rendition rendition, Func<string, string> absolute)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(rendition);
        ArgumentNullException.ThrowIfNull(absolute);
        Rendition = rendition;
        var page = absolute(ImagePaths.Page(image.Id));
        var alt = image.Alt ?? image.Name;
        Link = absolute(ImagePaths.Rendition(image.Id, rendition.Name));
        Html = string.Create(
            CultureInfo.InvariantCulture,
            $"<a href=\"{Html5(page)}\"><img src=\"{Html5(Link)}\" width=\"{rendition.Width}\" height=\"{rendition.Height}\" alt=\"{Html5(alt)}\" loading=\"lazy\"></a>");
        Markdown = $"[![{MarkdownText(alt)}]({Link})]({page})";
        BbCode = $"[url={page}][img]{Link}[/img][/url]";
    }

    public Rendition Rendition { get; }

    /// <summary>The picture itself.</summary>
    public string Link { get; }

    public string Html { get; }

    /// <summary>By CommonMark 0.31.</summary>
    public string Markdown { get; }

    public string BbCode { get; }

    private static string Html5(string text) => PlainHtmlEncoder.Instance.Encode(text.ReplaceLineEndings(" "));

    // Line breaks would end the link, brackets its text.
    private static string MarkdownText(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(letter => MarkdownMarks.Contains(letter) ? $"\\{letter}" : $"{letter}"));
}
