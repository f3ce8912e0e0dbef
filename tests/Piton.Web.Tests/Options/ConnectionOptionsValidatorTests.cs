using Piton.Web.Options;

namespace Piton.Web.Tests.Options;

public sealed class ConnectionOptionsValidatorTests
{
    [Fact]
    public void Validate_WhenNothingIsSet_ShouldPass() => Assert.True(Validate(new ConnectionOptions()).Succeeded);

    [Theory]
    [InlineData(9, 15, 1000, "Piton:Connections:Max is 9. Give it 10 to 1000000.")]
    [InlineData(1_000_001, 15, 1000, "Piton:Connections:Max is 1000001. Give it 10 to 1000000.")]
    [InlineData(10, 0, 1000, "Piton:Connections:HeadSeconds is 0. Give it 1 to 120.")]
    [InlineData(10, 121, 1000, "Piton:Connections:HeadSeconds is 121. Give it 1 to 120.")]
    [InlineData(10, 15, 0, "Piton:Connections:MinBytesPerSecond is 0. Give it 1 to 1000000.")]
    [InlineData(10, 15, 1_000_001, "Piton:Connections:MinBytesPerSecond is 1000001. Give it 1 to 1000000.")]
    public void Validate_WhenANumberMakesNoSense_ShouldSayWhichAndWhatWould(long max, int seconds, int rate, string flaw) =>
        Assert.Equal([flaw], Validate(new ConnectionOptions { Max = max, HeadSeconds = seconds, MinBytesPerSecond = rate }).Failures);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(ConnectionOptions options) =>
        new ConnectionOptionsValidator().Validate(null, options);
}
