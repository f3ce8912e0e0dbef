using Piton.Web.Options;

namespace Piton.Web.Tests.Options;

public sealed class PitonOptionsValidatorTests
{
    [Theory]
    [InlineData("https://pictures.example.org")]
    [InlineData("pictures.example.org/piton")]
    [InlineData("pictures.example.org:8080")]
    [InlineData("*")]
    [InlineData("*.example.org")]
    [InlineData("two names")]
    [InlineData("")]
    public void Validate_WhenAnAllowedHostIsNoName_ShouldSayWhichAndWhatWouldBeRight(string host)
    {
        var outcome = new PitonOptionsValidator().Validate(null, new PitonOptions { AllowedHosts = ["pictures.example.org", host] });

        Assert.StartsWith($"Piton:AllowedHosts has \"{host}\". Give it names or addresses alone", Assert.Single(outcome.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pictures.example.org")]
    [InlineData("pictures")]
    [InlineData("my_pictures")]
    [InlineData("fotos-españa.example")]
    [InlineData("192.168.1.20")]
    [InlineData("2001:db8::7")]
    [InlineData("[2001:db8::7]")]
    public void Validate_WhenAnAllowedHostIsANameOrAnAddress_ShouldPass(string host) =>
        Assert.True(new PitonOptionsValidator().Validate(null, new PitonOptions { AllowedHosts = [host] }).Succeeded);
}
