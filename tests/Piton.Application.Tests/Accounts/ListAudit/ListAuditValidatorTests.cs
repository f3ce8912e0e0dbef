using FluentValidation.Results;
using Piton.Application.Accounts.ListAudit;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ListAudit;

public sealed class ListAuditValidatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Validate_WhenTheLimitIsAtTheEdge_ShouldPass(int limit) => Assert.True(Validate(limit).IsValid);

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData(201)]
    public void Validate_WhenTheLimitIsOutOfRange_ShouldRefuse(int limit) =>
        Assert.Equal((ErrorCode.BadLimit, "limit"), Refused.By(Validate(limit)));

    private static ValidationResult Validate(int limit) =>
        new ListAuditValidator().Validate(new ListAuditQuery(Actors.Administrator, new AuditFilter(), null, limit));
}
