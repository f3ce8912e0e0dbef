using System.Net;
using Piton.Web.Security;

namespace Piton.Web.Tests.Security;

public sealed class SenderNetworkTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.9", "203.0.113.10", false)]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("fe80::1%1", "fe80::2%1", true)]
    public void Of_WhenTwoSend_ShouldTellThemApartByWhatEachWasGiven(string one, string other, bool isSame) =>
        Assert.Equal(isSame, SenderNetwork.Of(IPAddress.Parse(one)) == SenderNetwork.Of(IPAddress.Parse(other)));

    [Fact]
    public void Of_WhenItIsNotKnown_ShouldCountThemTogether() => Assert.Equal("", SenderNetwork.Of(null));
}
