using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Models;

namespace Piton.Web.Tests.Models;

public sealed class PhotoTextTests
{
    public PhotoTextTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData(0.004, "1/250 s")]
    [InlineData(0.0001, "1/10000 s")]
    [InlineData(1 / 60.0, "1/60 s")]
    [InlineData(0.25, "1/4 s")]
    [InlineData(0.5, "0.5 s")]
    [InlineData(1.3, "1.3 s")]
    [InlineData(30, "30 s")]
    public void Exposure_WhenTheTimeIsKnown_ShouldWriteItAsCamerasDo(double seconds, string expected) =>
        Assert.Equal(expected, PhotoText.Exposure(new PhotoFacts { ExposureTime = seconds }).Replace('\u00a0', ' '));

    [Fact]
    public void Exposure_WhenOnlySomeIsKnown_ShouldWriteThat() =>
        Assert.Equal("f/8, ISO\u00a0100", PhotoText.Exposure(new PhotoFacts { FNumber = 8, Iso = 100 }));

    [Fact]
    public void Exposure_WhenNothingIsKnown_ShouldBeEmpty() => Assert.Empty(PhotoText.Exposure(new PhotoFacts { Camera = "X" }));

    [Theory]
    [InlineData(0, "")]
    [InlineData(120, "+02:00")]
    [InlineData(-210, "−03:30")]
    public void Offset_WhenBehindUtc_ShouldStandAsPeopleWriteIt(int minutes, string expected) =>
        Assert.Equal(expected, PhotoText.Offset(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Position_WhenSouthAndWest_ShouldSaySo() =>
        Assert.Equal("34.6037°\u00a0S, 58.3816°\u00a0W", PhotoText.Position(new GeoPosition(-34.60372, -58.38159)));
}
