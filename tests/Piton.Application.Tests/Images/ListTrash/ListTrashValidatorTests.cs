using FluentValidation.Results;
using Piton.Application.Images.ListImages;
using Piton.Application.Images.ListTrash;
using Piton.Application.Refusals;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.ListTrash;

public sealed class ListTrashValidatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(ListImagesQuery.MaxLimit)]
    public void Validate_WhenTheLimitIsAtTheEdge_ShouldPass(int limit) => Assert.True(Validate(null, limit).IsValid);

    [Theory]
    [InlineData(0)]
    [InlineData(ListImagesQuery.MaxLimit + 1)]
    public void Validate_WhenTheLimitIsOutOfRange_ShouldRefuse(int limit) =>
        Assert.Equal((ErrorCode.BadLimit, "limit"), Refused.By(Validate(null, limit)));

    [Fact]
    public void Validate_WhenTheCursorIsOfTheTrash_ShouldPass() =>
        Assert.True(Validate(CatalogCursor.Behind(ImageFactory.CreateTrashed(), ImageSort.Newest).ToString()).IsValid);

    [Theory]
    [InlineData(ImageSort.Name)]
    [InlineData(ImageSort.Oldest)]
    public void Validate_WhenTheCursorIsOfAnotherSort_ShouldRefuse(ImageSort sort) => Assert.Equal(
        (ErrorCode.BadCursor, "after"), Refused.By(Validate(CatalogCursor.Behind(ImageFactory.CreateTrashed(), sort).ToString())));

    private static ValidationResult Validate(string? after, int limit = 60) =>
        new ListTrashValidator().Validate(new ListTrashQuery(Actors.Administrator, after, limit));
}
