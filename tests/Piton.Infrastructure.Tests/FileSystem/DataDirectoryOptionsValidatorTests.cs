using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class DataDirectoryOptionsValidatorTests
{
    [Theory]
    [InlineData("./data", 1, null)]
    [InlineData("/var/lib/piton", long.MaxValue, null)]
    [InlineData(" ", 1, "Piton:DataDirectory")]
    [InlineData("./data", 0, "Piton:MaxStagedBytes")]
    public void Validate_WhenOptionsAreGiven_ShouldNameTheOneThatMakesNoSense(string folder, long maxStagedBytes, string? named)
    {
        var options = new DataDirectoryOptions { DataDirectory = folder, MaxStagedBytes = maxStagedBytes };

        var result = new DataDirectoryOptionsValidator().Validate(null, options);

        Assert.Equal(named is not null, result.Failed);
        Assert.Contains(named ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
