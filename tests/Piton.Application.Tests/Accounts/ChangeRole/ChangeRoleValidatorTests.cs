using FluentValidation.Results;
using Piton.Application.Accounts.ChangeRole;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ChangeRole;

public sealed class ChangeRoleValidatorTests
{
    [Fact]
    public void Validate_WhenItIsARoleOfAnAccount_ShouldPass() => Assert.All(Roles.Names, role => Assert.True(Validate(role).IsValid));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Visitor")]
    [InlineData("visitor ")]
    [InlineData("anonymous")]
    [InlineData("system")]
    [InlineData("5")]
    public void Validate_WhenItIsNone_ShouldRefuseAndSayWhichThereAre(string? role)
    {
        var outcome = Validate(role);

        Assert.Equal((ErrorCode.UnknownRole, "role"), Refused.By(outcome));
        Assert.Equal([role ?? "", "pending, visitor, janitor, moderator, administrator"], ((Refusal)outcome.Errors[0].CustomState).Arguments);
    }

    private static ValidationResult Validate(string? role) =>
        new ChangeRoleValidator().Validate(new ChangeRoleCommand(Actors.Administrator, new AccountId(1), role));
}
