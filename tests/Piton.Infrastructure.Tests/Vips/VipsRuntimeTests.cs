using Piton.Domain.Library;
using Piton.Infrastructure.Vips;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class VipsRuntimeTests
{
    [Fact]
    public void Start_WhenLibvipsIsTheOneWeShip_ShouldBlockAllButTheAllowedLoaders()
    {
        VipsRuntime.Start();

        Assert.Equal(1, NetVips.NetVips.Concurrency);
        Assert.Null(NetVips.Image.FindLoadBuffer("<svg xmlns='http://www.w3.org/2000/svg'/>"u8));
        Assert.Null(NetVips.Image.FindLoadBuffer(Pictures.Flat(9, 9, 1).TiffsaveBuffer()));
        Assert.NotNull(NetVips.Image.FindLoadBuffer(Pictures.Flat(9, 9, 1).PngsaveBuffer()));
    }

    [Theory]
    [InlineData("8.18.3")]
    [InlineData("8.19.0")]
    [InlineData("9.0.0")]
    public void Require_WhenLibvipsIsFit_ShouldBeContent(string version) =>
        VipsRuntime.Require(new Version(version), blocksUntrusted: true);

    [Theory]
    [InlineData("8.18.2", true)]
    [InlineData("8.9.9", true)]
    [InlineData("8.18.7", false)]
    public void Require_WhenLibvipsIsNotFit_ShouldNameBothVersions(string version, bool blocksUntrusted)
    {
        var refusal = Assert.Throws<LibraryException>(() =>
        VipsRuntime.Require(new Version(version), blocksUntrusted));

        Assert.Contains(version, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("8.18.3", refusal.Message, StringComparison.Ordinal);
    }
}
