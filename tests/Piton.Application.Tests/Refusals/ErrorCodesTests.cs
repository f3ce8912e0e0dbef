using Piton.Application.Refusals;

namespace Piton.Application.Tests.Refusals;

public sealed class ErrorCodesTests
{
    // Clients depend on these texts: a change here breaks them.
    [Theory]
    [InlineData(ErrorCode.Malformed, "malformed")]
    [InlineData(ErrorCode.NoFile, "no_file")]
    [InlineData(ErrorCode.EmptyFile, "empty_file")]
    [InlineData(ErrorCode.TooLarge, "too_large")]
    [InlineData(ErrorCode.UnsupportedType, "unsupported_type")]
    [InlineData(ErrorCode.BrokenImage, "broken_image")]
    [InlineData(ErrorCode.SideTooLong, "side_too_long")]
    [InlineData(ErrorCode.TooManyPixels, "too_many_pixels")]
    [InlineData(ErrorCode.TooManyFrames, "too_many_frames")]
    [InlineData(ErrorCode.TooManyTotalPixels, "too_many_total_pixels")]
    [InlineData(ErrorCode.NameBlank, "name_blank")]
    [InlineData(ErrorCode.TextTooLong, "text_too_long")]
    [InlineData(ErrorCode.UnknownVisibility, "unknown_visibility")]
    [InlineData(ErrorCode.UnknownSort, "unknown_sort")]
    [InlineData(ErrorCode.BadCursor, "bad_cursor")]
    [InlineData(ErrorCode.BadLimit, "bad_limit")]
    [InlineData(ErrorCode.Busy, "busy")]
    [InlineData(ErrorCode.DiskFull, "disk_full")]
    [InlineData(ErrorCode.ReadOnly, "read_only")]
    public void Text_WhenTheCodeIsKnown_ShouldBeThePromisedOne(ErrorCode code, string text)
    {
        Assert.Equal(text, code.Text());
        Assert.Equal(code, ErrorCodes.FromText(text));
    }

    [Fact]
    public void Text_WhenACodeIsAdded_ShouldDifferFromTheOthersAndComeBack() => Assert.Equal(
        Enum.GetValues<ErrorCode>().Cast<ErrorCode?>(), Enum.GetValues<ErrorCode>().Select(code => ErrorCodes.FromText(code.Text())));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TooLarge")]
    [InlineData("3")]
    public void FromText_WhenTheTextIsNoCode_ShouldGiveNull(string? text) => Assert.Null(ErrorCodes.FromText(text));
}
