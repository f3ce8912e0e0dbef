using Microsoft.Extensions.Options;
using Piton.Domain.Images;

namespace Piton.Web.Options;

/// <summary>Refuses to start with a queue that nothing goes through.</summary>
internal sealed class ConversionQueueLimitsValidator : IValidateOptions<ConversionQueueLimits>
{
    public ValidateOptionsResult Validate(string? name, ConversionQueueLimits options) =>
        options switch
        {
            { Running: < 1 } => ValidateOptionsResult.Fail($"Piton:Conversions:Running is {options.Running}. Give it at least 1."),
            { Waiting: < 0 } => ValidateOptionsResult.Fail($"Piton:Conversions:Waiting is {options.Waiting}. Give it at least 0."),
            _ => ValidateOptionsResult.Success,
        };
}
