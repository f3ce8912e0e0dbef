using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class RenditionNameTests
{
    [Fact]
    public void All_WhenRead_ShouldBeTheSizesOfTheDesignLargestFirst() => Assert.Equal(
        [("full", null), ("w1600", 1600), ("w800", 800), ("w320", 320)],
        RenditionName.All.Select(name => (name.Text, name.MaxWidth)));

    [Fact]
    public void TryParse_WhenTextIsAName_ShouldGiveIt() => Assert.All(RenditionName.All, expected =>
    {
        Assert.True(RenditionName.TryParse(expected.ToString(), out var name));
        Assert.Same(expected, name);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FULL")]
    [InlineData("full.webp")]
    [InlineData("w321")]
    [InlineData("original")]
    [InlineData("../images.jsonl")]
    public void TryParse_WhenTextIsNoName_ShouldRefuse(string? text)
    {
        Assert.False(RenditionName.TryParse(text, out var name));
        Assert.Null(name);
    }

    [Fact]
    public void FileName_WhenARenditionHasAFormat_ShouldBeNameAndExtension() =>
        Assert.Equal("w320.webp", ImageFactory.Rendition(RenditionName.W320, 1, 1, 1).FileName);
}
