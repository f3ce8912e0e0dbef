using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class ImageFactsTests
{
    [Property]
    public Property TryParse_WhenNothingWasChanged_ShouldGiveTheImageBack() =>
        Prop.ForAll(TestImages.Any.ToArbitrary(), image => image.Equals(ImageFacts.TryParse(ImageFacts.Serialize(image))));

    [Fact]
    public void TryParse_WhenAnyBitIsFlipped_ShouldBeNull()
    {
        var content = ImageFacts.Serialize(TestImages.Create(1));
        for (var bit = 0; bit < content.Length * 8; bit++)
        {
            content[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(ImageFacts.TryParse(content));
            content[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void TryParse_WhenCutAnywhere_ShouldBeNull()
    {
        var content = ImageFacts.Serialize(TestImages.Create(1));

        Assert.All(Enumerable.Range(0, content.Length), length => Assert.Null(ImageFacts.TryParse(content.AsSpan(0, length))));
    }
}
