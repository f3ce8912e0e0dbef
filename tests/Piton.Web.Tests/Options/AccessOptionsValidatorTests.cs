using Piton.Web.Options;

namespace Piton.Web.Tests.Options;

public sealed class AccessOptionsValidatorTests
{
    [Fact]
    public void Validate_WhenPlainHttpIsBothLetInAndLedAway_ShouldAskForOneOfThem()
    {
        var outcome = new AccessOptionsValidator().Validate(null, new AccessOptions { AllowInsecureHttp = true, RedirectToHttps = true });

        Assert.Contains("Give one of them", Assert.Single(outcome.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("10.0.0.0/8")]
    [InlineData("")]
    public void Validate_WhenAProxyIsNoAddress_ShouldSayWhich(string proxy)
    {
        var outcome = new AccessOptionsValidator().Validate(null, new AccessOptions { Proxies = ["127.0.0.1", proxy] });

        Assert.StartsWith($"Piton:Access:Proxies has \"{proxy}\".", Assert.Single(outcome.Failures!), StringComparison.Ordinal);
    }
}
