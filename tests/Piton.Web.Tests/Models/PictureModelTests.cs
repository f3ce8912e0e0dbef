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
        Assert.Equal(image.Renditions, model.Embeds.Select(embed => embed.Rendition));
    }

    [Fact]
    public void SavedShare_WhenThreeQuartersAreSaved_ShouldSayThat()
    {
        Assert.Equal(0.75, Create(PictureFactory.Create(100, 100)).SavedShare);
    }

    private static PictureModel Create(Domain.Images.Image image) => new(image, path => "https://p.example" + path);
}
