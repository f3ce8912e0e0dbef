using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageSortsTests
{
    [Theory]
    [InlineData("newest", ImageSort.Newest)]
    [InlineData("oldest", ImageSort.Oldest)]
    [InlineData("name", ImageSort.Name)]
    [InlineData("name-desc", ImageSort.NameDescending)]
    [InlineData("size", ImageSort.Size)]
    [InlineData("", ImageSort.Newest)]
    [InlineData(null, ImageSort.Newest)]
    public void FromName_WhenTextIsAName_ShouldGiveTheSort(string? name, ImageSort sort) => Assert.Equal(sort, ImageSorts.FromName(name));

    [Theory]
    [InlineData("Newest")]
    [InlineData("0")]
    [InlineData("newest ")]
    [InlineData("date")]
    public void FromName_WhenTextIsNoName_ShouldGiveNull(string name) => Assert.Null(ImageSorts.FromName(name));

    [Theory]
    [InlineData(ImageSort.Newest, true)]
    [InlineData(ImageSort.Oldest, true)]
    [InlineData(ImageSort.Name, false)]
    [InlineData(ImageSort.NameDescending, false)]
    [InlineData(ImageSort.Size, false)]
    public void IsByDate_WhenItIsASort_ShouldSayWhetherMonthsStandTogether(ImageSort sort, bool expected)
    {
        Assert.Equal(expected, sort.IsByDate());
    }

    [Fact]
    public void Names_WhenRead_ShouldNameEverySortAndTheDefaultFirst()
    {
        Assert.Equal("newest", ImageSorts.Names.First());
        Assert.Equal(Enum.GetValues<ImageSort>().Cast<ImageSort?>(), ImageSorts.Names.Select(ImageSorts.FromName).Order());
    }
}
