using FluentValidation;

namespace Piton.Application.Refusals;

/// <summary>Lets a validator's rule answer with a <see cref="Refusal"/>.</summary>
public static class RefusalRules
{
    public static IRuleBuilderOptions<T, TProperty> Refuse<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, Func<TProperty, Refusal> refusal) =>
        rule.WithState((_, value) => refusal(value));
}
