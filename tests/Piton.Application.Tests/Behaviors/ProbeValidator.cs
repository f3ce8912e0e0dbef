using FluentValidation;

namespace Piton.Application.Tests.Behaviors;

/// <summary>Without a refusal of its own, as another team may write it.</summary>
internal sealed class ProbeValidator : AbstractValidator<ProbeCommand>
{
    public ProbeValidator()
    {
        RuleFor(probe => probe.Size).GreaterThan(0).WithErrorCode("too_small").WithMessage("It is too small.");
    }
}
