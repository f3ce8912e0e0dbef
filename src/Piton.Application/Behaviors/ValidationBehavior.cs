using Ardalis.Result;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Piton.Application.Refusals;

namespace Piton.Application.Behaviors;

/// <summary>Asks the validators of a request first; where they object, the handler is not called and the result is <c>Invalid</c>.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult
{
    // Bound once for each closed type, so that a response that cannot say Invalid fails at its first use and not at its first error.
    private static readonly Func<IEnumerable<ValidationError>, TResponse> Invalid =
        typeof(TResponse).GetMethod(nameof(Result.Invalid), [typeof(IEnumerable<ValidationError>)])!
            .CreateDelegate<Func<IEnumerable<ValidationError>, TResponse>>();

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = new List<ValidationError>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(outcome.Errors.Select(ToError));
        }

        return errors.Count == 0 ? await next() : Invalid(errors);
    }

    private static ValidationError ToError(ValidationFailure failure) =>
        failure.CustomState as Refusal
        ?? new ValidationError(failure.PropertyName, failure.ErrorMessage, failure.ErrorCode, ValidationSeverity.Error);
}
