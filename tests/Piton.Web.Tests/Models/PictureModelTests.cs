using Piton.Web.Models;

namespace Piton.Web.Tests.Models;

public sealed class PictureModelTests
{
    [Fact]
    public void Shown_WhenPictureIsLarge_ShouldBeTheRenditionThatFitsAScreen()
    {
        var image = PictureFactory.Create(4000, 3000);

        var model = Create(image);

        Assert.Equal($"https://p.example/uploads/{image.Id}/w1600", model.ShownLink);
        Assert.Equal($"https://p.example/uploads/{image.Id}/full", model.FullLink);
    }

    [Fact]
    public void HtmlCode_WhenNameHoldsMarkup_ShouldEscapeIt()
    {
        var model = Create(PictureFactory.Create(100, 100, "\"><script>"));

        Assert.Contains("alt=\"&quot;&gt;&lt;script&gt;\"", model.HtmlCode, StringComparison.Ordinal);
    }

    [Fact]
    public void MarkdownCode_WhenNameHoldsBracketsAndBreaks_ShouldStayOneLink()
    {
        var model = Create(PictureFactory.Create(100, 100, "a](b)\n[c"));

        Assert.StartsWith(@"[![a\](b) \[c](https://p.example/uploads/", model.MarkdownCode, StringComparison.Ordinal);
    }

    [Fact]
    public void SavedShare_WhenThreeQuartersAreSaved_ShouldSayThat()
    {
        Assert.Equal(0.75, Create(PictureFactory.Create(100, 100)).SavedShare);
    }

    private static PictureModel Create(Domain.Images.Image image) => new(image, path => "https://p.example" + path);
}
