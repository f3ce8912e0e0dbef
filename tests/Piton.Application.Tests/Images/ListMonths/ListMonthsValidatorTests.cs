using FluentValidation.Results;
using Piton.Application.Images.ListMonths;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.ListMonths;

public sealed class ListMonthsValidatorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("newest")]
    [InlineData("oldest")]
    public void Validate_WhenTheSortIsByDate_ShouldPass(string? sort) => Assert.True(Validate("playa", sort).IsValid);

    [Theory]
    [InlineData("name")]
    [InlineData("sideways")]
    public void Validate_WhenTheSortIsAnother_ShouldRefuseAndSayWhichThereAre(string sort)
    {
        var outcome = Validate(null, sort);

        Assert.Equal((ErrorCode.UnknownSort, "sort"), Refused.By(outcome));
        Assert.Equal([sort, "newest, oldest"], ((Refusal)outcome.Errors[0].CustomState).Arguments);
    }

    [Fact]
    public void Validate_WhenTheSearchIsTooLong_ShouldRefuse() =>
        Assert.Equal((ErrorCode.TextTooLong, "q"), Refused.By(Validate(new string('a', ImageName.MaxLength + 1), null)));

    private static ValidationResult Validate(string? search, string? sort) =>
        new ListMonthsValidator().Validate(new ListMonthsQuery(Actors.Administrator, search, sort));
}
