using System.Buffers.Text;
using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class SecretKeyTests
{
    [Fact]
    public void New_WhenCalled_ShouldBe256BitsThatNeedNoEscapes()
    {
        var key = SecretKey.New();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
        Assert.Equal(32, Base64Url.DecodeFromChars(key).Length);
    }

    [Fact]
    public void New_WhenCalledOften_ShouldNeverRepeat() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => SecretKey.New()).Distinct().Count());

    // Of the words "abc": FIPS 180-2, appendix B.1.
    [Fact]
    public void HashOf_WhenCalled_ShouldBeItsSha256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SecretKey.HashOf("abc").ToString());

    [Theory]
    [InlineData("abd")]
    [InlineData("ABC")]
    [InlineData("abc ")]
    [InlineData("")]
    public void HashOf_WhenOneLetterDiffers_ShouldBeAnother(string key) => Assert.NotEqual(SecretKey.HashOf("abc"), SecretKey.HashOf(key));
}
