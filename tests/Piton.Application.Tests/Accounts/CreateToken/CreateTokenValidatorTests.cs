using FluentValidation.Results;
using Piton.Application.Accounts.CreateToken;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.CreateToken;

public sealed class CreateTokenValidatorTests
{
    [Fact]
    public void Validate_WhenAllIsWell_ShouldPass() => Assert.True(Validate().IsValid);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u200b")]
    public void Validate_WhenTheNameIsBlank_ShouldRefuse(string? name) => Assert.Equal((ErrorCode.NameBlank, "name"), Refused.By(Validate(name: name)));

    [Fact]
    public void Validate_WhenTheNameIsLong_ShouldCountItWithoutTheSpacesAroundIt()
    {
        Assert.True(Validate(name: " " + new string('a', Account.MaxNameLength) + " ").IsValid);
        Assert.Equal((ErrorCode.TextTooLong, "name"), Refused.By(Validate(name: new string('a', Account.MaxNameLength + 1))));
    }

    [Fact]
    public void Validate_WhenEveryScopeIsAsked_ShouldPass() => Assert.True(Validate(scopes: [.. TokenScopeNames.All]).IsValid);

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("Read")]
    [InlineData("administer")]
    [InlineData("read", "everything")]
    public void Validate_WhenAScopeIsNoneOrThereIsNone_ShouldRefuse(params string[] scopes) =>
        Assert.Equal((ErrorCode.UnknownScope, "scopes"), Refused.By(Validate(scopes: scopes)));

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(CreateTokenCommand.MaxDays)]
    public void Validate_WhenTheDaysAreAtTheEdge_ShouldPass(int? days) => Assert.True(Validate(days: days).IsValid);

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(CreateTokenCommand.MaxDays + 1)]
    [InlineData(int.MaxValue)]
    public void Validate_WhenTheDaysAreOutOfRange_ShouldRefuse(int days) =>
        Assert.Equal((ErrorCode.BadExpiry, "days"), Refused.By(Validate(days: days)));

    private static ValidationResult Validate(string? name = "laptop", string[]? scopes = null, int? days = null) =>
        new CreateTokenValidator().Validate(new CreateTokenCommand(Actors.Visitor, null, name, scopes ?? ["read"], days));
}
