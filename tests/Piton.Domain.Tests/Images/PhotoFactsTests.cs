using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class PhotoFactsTests
{
    public static TheoryData<PhotoFacts> Unsound() =>
    [
        new() { Camera = "" },
        new() { Camera = "two\nlines" },
        new() { Lens = new string('x', PhotoFacts.MaxTextLength + 1) },
        new() { ExposureTime = 0 },
        new() { ExposureTime = double.NaN },
        new() { FNumber = double.PositiveInfinity },
        new() { FocalLength = -1 },
        new() { Iso = 0 },
        new() { FocalLength35 = 0 },
        new() { Position = new GeoPosition(91, 0) },
        new() { Position = new GeoPosition(0, double.NaN) },
        new() { TakenAt = new PhotoTime(DateTime.MinValue, null) },
        new() { TakenAt = new PhotoTime(new DateTime(2024, 5, 6), TimeSpan.FromHours(15)) },
        new() { TakenAt = new PhotoTime(new DateTime(2024, 5, 6), TimeSpan.FromSeconds(1)) },
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void IsSound_WhenAFactCannotBe_ShouldBeFalse(PhotoFacts facts) => Assert.False(facts.IsSound);

    [Fact]
    public void IsSound_WhenAllAreWithinBounds_ShouldBeTrue() => Assert.True(new PhotoFacts
    {
        TakenAt = new PhotoTime(new DateTime(2024, 5, 6), TimeSpan.FromHours(-3.5)),
        Camera = "Canon EOS R5",
        ExposureTime = 0.004,
        Iso = 100,
        Position = new GeoPosition(-90, 180),
    }.IsSound);

    [Fact]
    public void WithoutPosition_WhenNothingElseIsKnown_ShouldBeNull()
    {
        Assert.Null(new PhotoFacts { Position = new GeoPosition(1, 2) }.WithoutPosition());
        Assert.Equal(new PhotoFacts { Iso = 100 }, new PhotoFacts { Iso = 100, Position = new GeoPosition(1, 2) }.WithoutPosition());
    }

    [Theory]
    [InlineData("2024-05-06T10:11:12")]
    [InlineData("2024-05-06T10:11:12-03:30")]
    [InlineData("2024-05-06T10:11:12+00:00")]
    public void TryParse_WhenItIsATime_ShouldReadWhatIsWritten(string text)
    {
        Assert.True(PhotoTime.TryParse(text, out var time));
        Assert.Equal(text, time.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2024-05-06")]
    [InlineData("2024-05-06T10:11:12.5")]
    public void TryParse_WhenItIsNone_ShouldBeFalse(string? text) => Assert.False(PhotoTime.TryParse(text, out _));
}
