using Microsoft.Extensions.Options;
using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>Refuses to start with options that make no sense, and says which and what would.</summary>
internal sealed class DataDirectoryOptionsValidator(IOptions<ImageLimits> limits) : IValidateOptions<DataDirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DataDirectoryOptions options) => options switch
    {
        _ when string.IsNullOrWhiteSpace(options.DataDirectory) =>
            ValidateOptionsResult.Fail("Piton:DataDirectory is blank. Give it the folder where the library is, /var/lib/piton for example."),
        { MaxStagedBytes: < 1 } =>
            ValidateOptionsResult.Fail($"Piton:MaxStagedBytes is {options.MaxStagedBytes}. Give it at least 1."),
        _ when options.MaxStagedBytes < limits.Bytes() => ValidateOptionsResult.Fail(
            $"Piton:MaxStagedBytes is {options.MaxStagedBytes}, so a file of Piton:Limits:MaxFileBytes ({limits.Bytes()}) could never arrive. Give it at least that."),
        _ => ValidateOptionsResult.Success,
    };
}
