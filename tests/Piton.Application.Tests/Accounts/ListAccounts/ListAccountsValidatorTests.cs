using FluentValidation.Results;
using Piton.Application.Accounts.ListAccounts;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Accounts.ListAccounts;

public sealed class ListAccountsValidatorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Validate_WhenNothingIsAsked_ShouldPass(string? nothing) => Assert.True(Validate(nothing, nothing, nothing).IsValid);

    [Fact]
    public void Validate_WhenAllIsAsked_ShouldPass() =>
        Assert.True(Validate("ana", "pending", new AccountCursor(5, new AccountId(7)).ToString()).IsValid);

    [Theory]
    [InlineData("Pending")]
    [InlineData("anonymous")]
    [InlineData("system")]
    public void Validate_WhenTheRoleIsUnknown_ShouldRefuse(string role) =>
        Assert.Equal((ErrorCode.UnknownRole, "role"), Refused.By(Validate(role: role)));

    [Fact]
    public void Validate_WhenTheCursorIsMadeUp_ShouldRefuse() => Assert.Equal((ErrorCode.BadCursor, "after"), Refused.By(Validate(after: "5-7")));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(201)]
    public void Validate_WhenTheLimitIsOutOfRange_ShouldRefuse(int limit) =>
        Assert.Equal((ErrorCode.BadLimit, "limit"), Refused.By(Validate(limit: limit)));

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Validate_WhenTheLimitIsAtTheEdge_ShouldPass(int limit) => Assert.True(Validate(limit: limit).IsValid);

    [Fact]
    public void Validate_WhenTheSearchIsLong_ShouldRefuse()
    {
        Assert.True(Validate(new string('a', ImageName.MaxLength)).IsValid);
        Assert.Equal((ErrorCode.TextTooLong, "q"), Refused.By(Validate(new string('a', ImageName.MaxLength + 1))));
    }

    private static ValidationResult Validate(string? search = null, string? role = null, string? after = null, int limit = 60) =>
        new ListAccountsValidator().Validate(new ListAccountsQuery(Actors.Administrator, search, role, after, limit));
}
