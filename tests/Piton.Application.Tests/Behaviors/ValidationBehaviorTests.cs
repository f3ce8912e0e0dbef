using Ardalis.Result;
using FluentValidation;
using Piton.Application.Behaviors;
using Piton.Application.Refusals;

namespace Piton.Application.Tests.Behaviors;

public sealed class ValidationBehaviorTests
{
    private int _handled;

    [Fact]
    public async Task Handle_WhenThereIsNoValidator_ShouldCallTheHandler()
    {
        var result = await HandleAsync(new ProbeCommand("x"));

        Assert.Equal((1, "x"), (_handled, result.Value));
    }

    [Fact]
    public async Task Handle_WhenEveryValidatorAgrees_ShouldCallTheHandlerOnce()
    {
        await HandleAsync(new ProbeCommand("x"), new ProbeValidator(), new ProbeValidator());

        Assert.Equal(1, _handled);
    }

    [Fact]
    public async Task Handle_WhenAValidatorObjects_ShouldNotCallTheHandler()
    {
        var result = await HandleAsync(new ProbeCommand("x", Size: 0), new ProbeValidator());

        Assert.Equal((0, ResultStatus.Invalid), (_handled, result.Status));
    }

    [Fact]
    public async Task Handle_WhenAnObjectionIsNoRefusal_ShouldGiveItsFieldItsCodeAndItsMessage()
    {
        var result = await HandleAsync(new ProbeCommand("x", Size: 0), new ProbeValidator());

        var error = Assert.Single(result.ValidationErrors);
        Assert.Equal(
            ("Size", "too_small", "It is too small.", ValidationSeverity.Error),
            (error.Identifier, error.ErrorCode, error.ErrorMessage, error.Severity));
    }

    [Fact]
    public async Task Handle_WhenAnObjectionIsARefusal_ShouldGiveTheRefusalItself()
    {
        var refusal = new Refusal(ErrorCode.NameBlank, "name", "Blank.");
        var validator = new InlineValidator<ProbeCommand>();
        validator.RuleFor(probe => probe.Secret).Empty().Refuse(_ => refusal);

        var result = await HandleAsync(new ProbeCommand("x"), validator);

        Assert.Same(refusal, Assert.Single(result.ValidationErrors));
    }

    [Fact]
    public async Task Handle_WhenSeveralValidatorsObject_ShouldGiveEveryObjection()
    {
        var result = await HandleAsync(new ProbeCommand("x", Size: 0), new ProbeValidator(), new ProbeValidator());

        Assert.Equal(2, result.ValidationErrors.Count());
    }

    private Task<Result<string>> HandleAsync(ProbeCommand command, params IValidator<ProbeCommand>[] validators) =>
        new ValidationBehavior<ProbeCommand, Result<string>>(validators).Handle(command, CancellationToken.None, () =>
        {
            _handled++;
            return Task.FromResult(Result.Success(command.Secret));
        });
}
