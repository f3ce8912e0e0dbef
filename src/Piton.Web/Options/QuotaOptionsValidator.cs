using Microsoft.Extensions.Options;

namespace Piton.Web.Options;

/// <summary>Refuses to start with a quota that makes no sense.</summary>
internal sealed class QuotaOptionsValidator : IValidateOptions<QuotaOptions>
{
    public ValidateOptionsResult Validate(string? name, QuotaOptions options) =>
        options.MaxImages < 0 || options.MaxBytes < 0
            ? ValidateOptionsResult.Fail("Piton:Quota has a number below 0. Give MaxImages and MaxBytes 0 or more, or leave them out.")
            : ValidateOptionsResult.Success;
}
