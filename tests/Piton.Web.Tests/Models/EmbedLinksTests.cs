using Piton.Domain.Images;
using Piton.Web.Models;

namespace Piton.Web.Tests.Models;

public sealed class EmbedLinksTests
{
    [Fact]
    public void Links_WhenOfARendition_ShouldShowItAndLeadToThePage()
    {
        var image = PictureFactory.Create(4000, 3000, "Playa");

        var links = Create(image, RenditionName.W800);

        var (page, link) = ($"https://p.example/images/{image.Id}", $"https://p.example/uploads/{image.Id}/w800");
        Assert.Equal(link, links.Link);
        Assert.Equal($"<a href=\"{page}\"><img src=\"{link}\" width=\"800\" height=\"600\" alt=\"Playa\" loading=\"lazy\"></a>", links.Html);
        Assert.Equal($"[![Playa]({link})]({page})", links.Markdown);
        Assert.Equal($"[url={page}][img]{link}[/img][/url]", links.BbCode);
    }

    [Fact]
    public void Html_WhenTheNameHoldsMarkup_ShouldEscapeIt() =>
        Assert.Contains("alt=\"&quot;&gt;&lt;script&gt; &amp; ñ\"", Create(PictureFactory.Create(100, 100, "\"><script>\n& ñ")).Html, StringComparison.Ordinal);

    [Fact]
    public void Markdown_WhenTheNameHoldsBracketsAndBreaks_ShouldStayOneLink() =>
        Assert.StartsWith(@"[![a\]\(b\) \[c \\](https://p.example/uploads/", Create(PictureFactory.Create(100, 100, "a](b)\r\n[c \\")).Markdown, StringComparison.Ordinal);

    [Fact]
    public void Links_WhenThereIsADescription_ShouldSayItInPlaceOfTheName()
    {
        var links = Create(PictureFactory.Create(100, 100, "Name", "A beach"));

        Assert.Contains("alt=\"A beach\"", links.Html, StringComparison.Ordinal);
        Assert.StartsWith("[![A beach]", links.Markdown, StringComparison.Ordinal);
    }

    private static EmbedLinks Create(Image image, RenditionName? name = null) =>
        new(image, image.Find(name ?? RenditionName.Full)!, path => "https://p.example" + path);
}
