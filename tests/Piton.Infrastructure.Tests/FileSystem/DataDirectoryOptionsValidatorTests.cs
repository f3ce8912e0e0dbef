using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class DataDirectoryOptionsValidatorTests
{
    [Theory]
    [InlineData("./data", 1000, null)]
    [InlineData("/var/lib/piton", long.MaxValue, null)]
    [InlineData(" ", 1000, "Piton:DataDirectory")]
    [InlineData("./data", 0, "Piton:MaxStagedBytes")]
    [InlineData("./data", 999, "Piton:Limits:MaxFileBytes (1000)")]
    public void Validate_WhenOptionsAreGiven_ShouldNameTheOneThatMakesNoSense(string folder, long maxStagedBytes, string? named)
    {
        var options = new DataDirectoryOptions { DataDirectory = folder, MaxStagedBytes = maxStagedBytes };

        var limits = new OptionsWrapper<ImageLimits>(new ImageLimits { MaxFileBytes = 1000 });

        var result = new DataDirectoryOptionsValidator(limits).Validate(null, options);

        Assert.Equal(named is not null, result.Failed);
        Assert.Contains(named ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
