using FluentValidation.Results;
using Piton.Application.Images.ListImages;
using Piton.Application.Refusals;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.ListImages;

public sealed class ListImagesValidatorTests
{
    [Fact]
    public void Validate_WhenNothingButALimitIsGiven_ShouldPass() => Assert.True(Validate().IsValid);

    [Fact]
    public void Validate_WhenEverySortIsGivenWithItsCursor_ShouldPass() => Assert.All(ImageSorts.Names, name =>
    {
        var cursor = CatalogCursor.Behind(ImageFactory.Create(), ImageSorts.FromName(name)!.Value).ToString();

        Assert.True(Validate(sort: name, after: cursor).IsValid);
    });

    [Fact]
    public void Validate_WhenTheSortIsUnknown_ShouldRefuseTheSortAlone()
    {
        var cursor = CatalogCursor.Behind(ImageFactory.Create(), ImageSort.Newest).ToString();

        Assert.Equal((ErrorCode.UnknownSort, "sort"), Refused.By(Validate(sort: "loudest", after: cursor)));
    }

    [Fact]
    public void Validate_WhenTheCursorIsMadeUp_ShouldRefuse() =>
        Assert.Equal((ErrorCode.BadCursor, "after"), Refused.By(Validate(after: "bWFkZSB1cA")));

    [Fact]
    public void Validate_WhenTheCursorIsOfAnotherSort_ShouldRefuse()
    {
        var cursor = CatalogCursor.Behind(ImageFactory.Create(), ImageSort.Oldest).ToString();

        Assert.Equal((ErrorCode.BadCursor, "after"), Refused.By(Validate(sort: "newest", after: cursor)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(ListImagesQuery.MaxLimit + 1)]
    public void Validate_WhenTheLimitIsOutOfRange_ShouldRefuse(int limit) =>
        Assert.Equal((ErrorCode.BadLimit, "limit"), Refused.By(Validate(limit: limit)));

    [Theory]
    [InlineData(1)]
    [InlineData(ListImagesQuery.MaxLimit)]
    public void Validate_WhenTheLimitIsAtTheEdge_ShouldPass(int limit) => Assert.True(Validate(limit: limit).IsValid);

    [Fact]
    public void Validate_WhenTheSearchIsLongerThanANameCanBe_ShouldRefuse() =>
        Assert.Equal((ErrorCode.TextTooLong, "q"), Refused.By(Validate(search: new string('a', ImageName.MaxLength + 1))));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("own", true)]
    [InlineData("all", true)]
    [InlineData("All", false)]
    [InlineData("2", false)]
    public void Validate_WhenImagesOfSomebodyAreAskedFor_ShouldKnowThem(string? whose, bool passes)
    {
        var result = new ListImagesValidator().Validate(new ListImagesQuery(Actors.Administrator, null, null, null, 60) { Whose = whose });

        Assert.Equal(passes, result.IsValid);
        Assert.True(passes || Refused.By(result) == (ErrorCode.UnknownWhose, "whose"));
    }

    private static ValidationResult Validate(string? search = null, string? sort = null, string? after = null, int limit = 60) =>
        new ListImagesValidator().Validate(new ListImagesQuery(Actors.Administrator, search, sort, after, limit));
}
