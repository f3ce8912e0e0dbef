using System.Text;
using FsCheck.Xunit;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageIdTests
{
    [Fact]
    public void New_WhenCalledOften_ShouldNeverRepeat()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => ImageId.New()).ToHashSet();

        Assert.Equal(1000, ids.Count);
    }

    [Fact]
    public void New_WhenCalledOften_ShouldUseEveryBit()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => ImageId.New().Value).ToList();

        Assert.Equal(UInt128.MaxValue, ids.Aggregate((left, right) => left | right));
        Assert.Equal(UInt128.Zero, ids.Aggregate((left, right) => left & right));
    }

    [Property]
    public bool TryParse_WhenTextIsThatOfAnId_ShouldGiveTheId(ulong high, ulong low)
    {
        var id = new ImageId(new UInt128(high, low));

        return id.ToString() is { Length: 32 } text
            && ImageId.TryParse(text, out var parsed) && parsed == id
            && ImageId.TryParse(Encoding.UTF8.GetBytes(text), out var same) && same == id;
    }

    [Fact]
    public void ToString_WhenValueIsSmall_ShouldKeepLeadingZeros() =>
        Assert.Equal("000000000000000000000000000000ab", new ImageId(0xab).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData(" 123456789abcdef0123456789abcde ")]
    [InlineData("+123456789abcdef0123456789abcdef")]
    [InlineData("../456789abcdef0123456789abcdef.")]
    [InlineData("0123456789abcdef0123456789abcde\0")]
    [InlineData("٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١")]
    public void TryParse_WhenSpellingIsAnother_ShouldRefuse(string? text)
    {
        Assert.False(ImageId.TryParse(text, out _));
        Assert.False(ImageId.TryParse(text.AsSpan(), out _));
        Assert.False(ImageId.TryParse(Encoding.UTF8.GetBytes(text ?? ""), out _));
    }

    [Property]
    public bool CompareTo_WhenOneValueIsSmaller_ShouldAgreeWithEveryOperator(ulong left, ulong right)
    {
        ImageId one = new(new UInt128(left, 0)), other = new(new UInt128(right, 0));

        return one.CompareTo(other) == left.CompareTo(right)
            && one < other == left < right
            && one > other == left > right
            && one <= other == left <= right
            && one >= other == left >= right;
    }
}
