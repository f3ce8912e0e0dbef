using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageTests
{
    private static readonly TimeSpan Month = TrashPolicy.Default.KeepFor;

    [Fact]
    public void Rename_WhenTheNameIsGood_ShouldChangeNothingElse()
    {
        var image = ImageFactory.Create();

        var renamed = image.Rename("playa");

        Assert.Equal(image with { Name = "playa" }, renamed);
        Assert.Equal("vacaciones", image.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ImageName.MaxLength + 1)]
    public void Rename_WhenTheNameIsFlawed_ShouldThrow(int length) =>
        Assert.Throws<ArgumentException>(() => ImageFactory.Create().Rename(new string('a', length)));

    [Theory]
    [InlineData("A beach", "A beach")]
    [InlineData(" \n", null)]
    [InlineData("", null)]
    public void Describe_WhenTheTextIsGood_ShouldChangeNothingElse(string text, string? alt)
    {
        var image = ImageFactory.Create() with { Alt = "before" };

        Assert.Equal(image with { Alt = alt }, image.Describe(text));
    }

    [Fact]
    public void Describe_WhenTheTextIsTooLong_ShouldThrow() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageFactory.Create().Describe(new string('a', Image.MaxAltLength + 1)));

    [Fact]
    public void MoveToTrash_WhenItIsNotThere_ShouldKeepTheDate()
    {
        var trashed = ImageFactory.Create().MoveToTrash(ImageFactory.Noon);

        Assert.True(trashed.IsInTrash);
        Assert.Equal(ImageFactory.Noon, trashed.DeletedAt);
    }

    [Fact]
    public void MoveToTrash_WhenItIsThereAlready_ShouldKeepTheFirstDate()
    {
        var trashed = ImageFactory.CreateTrashed();

        Assert.Equal(ImageFactory.Noon, trashed.MoveToTrash(ImageFactory.Noon.AddDays(5)).DeletedAt);
    }

    [Fact]
    public void Restore_WhenItIsInTheTrash_ShouldMakeItAsItWas()
    {
        var image = ImageFactory.Create();

        Assert.Equal(image, image.MoveToTrash(ImageFactory.Noon).Restore());
    }

    [Fact]
    public void IsDueForPurge_WhenItIsNotInTheTrash_ShouldBeFalse() =>
        Assert.False(ImageFactory.Create().IsDueForPurge(ImageFactory.Noon.AddYears(10), Month));

    [Fact]
    public void IsDueForPurge_WhenATickIsLeft_ShouldBeFalse() =>
        Assert.False(ImageFactory.CreateTrashed().IsDueForPurge(ImageFactory.Noon + Month - TimeSpan.FromTicks(1), Month));

    [Fact]
    public void IsDueForPurge_WhenItsTimeIsOver_ShouldBeTrue() =>
        Assert.True(ImageFactory.CreateTrashed().IsDueForPurge(ImageFactory.Noon + Month, Month));

    [Fact]
    public void DefaultPolicy_WhenNothingIsConfigured_ShouldKeepThirtyDays() => Assert.Equal(TimeSpan.FromDays(30), Month);

    [Fact]
    public void Find_WhenTheRenditionExists_ShouldGiveIt() => Assert.Equal(320, ImageFactory.Create().Find(RenditionName.W320)!.Width);

    [Fact]
    public void Find_WhenTheRenditionDoesNotExist_ShouldGiveNull() => Assert.Null(ImageFactory.Create().Find(RenditionName.W1600));

    [Fact]
    public void Full_WhenThereAreSeveralRenditions_ShouldBeTheFirst() => Assert.Equal(RenditionName.Full, ImageFactory.Create().Full.Name);

    [Fact]
    public void Equals_WhenRenditionsAreEqualButInAnotherList_ShouldBeTrue()
    {
        var image = ImageFactory.Create();
        var copy = image with { Renditions = [.. image.Renditions] };

        Assert.Equal(image, copy);
        Assert.Equal(image.GetHashCode(), copy.GetHashCode());
    }

    public static TheoryData<string> ChangedParts() =>
    [
        "id", "name", "file name", "alt", "owner", "visibility", "created", "deleted", "width", "height", "frames", "placeholder", "source",
        "conversion", "photo", "renditions", "old names",
    ];

    [Theory]
    [MemberData(nameof(ChangedParts))]
    public void Equals_WhenOnePartDiffers_ShouldBeFalse(string part)
    {
        var image = ImageFactory.Create();

        Assert.NotEqual(image, Change(image, part));
    }

    [Fact]
    public void ChangedParts_WhenImageGainsAProperty_ShouldGainOneToo() =>
        Assert.Equal(typeof(Image).GetProperties().Count(property => property.CanWrite), ChangedParts().Count);

    private static Image Change(Image image, string part) => part switch
    {
        "id" => image with { Id = ImageId.New() },
        "name" => image with { Name = "other" },
        "file name" => image with { FileName = "other.jpg" },
        "alt" => image with { Alt = "a beach" },
        "owner" => image with { Owner = new(7) },
        "old names" => image with { OldNames = ["3f2a.webp"] },
        "visibility" => image with { Visibility = Visibility.Private },
        "created" => image with { CreatedAt = image.CreatedAt.AddTicks(1) },
        "deleted" => image with { DeletedAt = ImageFactory.Noon },
        "width" => image with { Width = 1 },
        "height" => image with { Height = 1 },
        "frames" => image with { Frames = 2 },
        "placeholder" => image with { Placeholder = image.Placeholder with { Color = "#000000" } },
        "source" => image with { Source = image.Source with { Kept = true } },
        "conversion" => image with { Conversion = image.Conversion with { Quality = 1 } },
        "photo" => image with { Photo = new PhotoFacts { Iso = 100 } },
        "renditions" => image with { Renditions = [image.Full] },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part."),
    };
}
