using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ContentHashTests
{
    // The examples of FIPS 180-4, appendix B.1, and of the empty message.
    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Of_WhenContentIsAPublishedExample_ShouldGiveItsDigest(string content, string digest) =>
        Assert.Equal(digest, ContentHash.Of(Encoding.ASCII.GetBytes(content)).ToString());

    [Property]
    public bool TryParse_WhenTextIsThatOfAHash_ShouldGiveTheHash(byte[] content)
    {
        var hash = ContentHash.Of(content);

        return ContentHash.TryParse(hash.ToString(), out var parsed) && parsed == hash
            && ContentHash.TryParse(Encoding.UTF8.GetBytes(hash.ToString()), out var same) && same == hash;
    }

    [Property]
    public bool FromBytes_WhenTheyAreThoseOfSha256_ShouldGiveTheHash(byte[] content)
    {
        var bytes = SHA256.HashData(content);

        return ContentHash.FromBytes(bytes) == ContentHash.Of(content) && Convert.ToHexStringLower(bytes) == ContentHash.Of(content).ToString();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    public void TryParse_WhenSpellingIsAnother_ShouldRefuse(string? text)
    {
        Assert.False(ContentHash.TryParse(text, out var hash));
        Assert.Equal(default, hash);
        Assert.False(ContentHash.TryParse(Encoding.UTF8.GetBytes(text ?? ""), out hash));
        Assert.Equal(default, hash);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void FromBytes_WhenLengthIsWrong_ShouldThrow(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ContentHash.FromBytes(new byte[length]));
}
