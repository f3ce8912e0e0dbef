using Microsoft.Extensions.Options;

namespace Piton.Web.Options;

/// <summary>Refuses to start with half of a first administrator.</summary>
internal sealed class SetupOptionsValidator : IValidateOptions<SetupOptions>
{
    public ValidateOptionsResult Validate(string? name, SetupOptions options) =>
        string.IsNullOrEmpty(options.AdminEmail) == string.IsNullOrEmpty(options.AdminPassword)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Piton:Setup has only one of AdminEmail and AdminPassword. Give both, or neither.");
}
