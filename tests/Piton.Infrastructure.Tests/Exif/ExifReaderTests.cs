using FsCheck;
using FsCheck.Xunit;
using Piton.Domain.Images;
using Piton.Infrastructure.Exif;

namespace Piton.Infrastructure.Tests.Exif;

public sealed class ExifReaderTests
{
    private static readonly PhotoFacts Known = new()
    {
        TakenAt = new PhotoTime(new DateTime(2024, 5, 6, 10, 11, 12), TimeSpan.FromHours(2)),
        Camera = "Canon EOS R5",
        Lens = "RF35mm F1.8 MACRO",
        ExposureTime = 1 / 250.0,
        FNumber = 2.8,
        Iso = 400,
        FocalLength = 35,
        FocalLength35 = 52,
        Position = new GeoPosition(40.416806, -3.703778),
    };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Read_WhenTheCameraWroteAll_ShouldGiveAll(bool isBigEndian, bool hasPrefix)
    {
        byte[] block = [.. hasPrefix ? "Exif\0\0"u8 : [], .. Full(isBigEndian).ToBytes()];

        Assert.Equal(Known, ExifReader.Read(block));
    }

    [Fact]
    public void Read_WhenTheCameraKnewNoZone_ShouldGiveLocalTime()
    {
        var photo = ExifReader.Read(new ExifBlock().Photo(0x9003, "2024:05:06 10:11:12").ToBytes());

        Assert.Equal("2024-05-06T10:11:12", photo?.TakenAt.ToString());
        Assert.Null(photo!.TakenAt!.Value.Offset);
    }

    [Theory]
    [InlineData("-03:30", "2024-05-06T10:11:12-03:30")]
    [InlineData("+00:00", "2024-05-06T10:11:12+00:00")]
    [InlineData("+14:00", "2024-05-06T10:11:12+14:00")]
    [InlineData("+15:00", "2024-05-06T10:11:12")]
    [InlineData("   :  ", "2024-05-06T10:11:12")]
    [InlineData("Z", "2024-05-06T10:11:12")]
    public void Read_WhenThereIsAZone_ShouldTakeItIfItIsOne(string zone, string expected) => Assert.Equal(
        expected,
        ExifReader.Read(new ExifBlock().Photo(0x9003, "2024:05:06 10:11:12").Photo(0x9011, zone).ToBytes())?.TakenAt.ToString());

    [Theory]
    [InlineData("0000:00:00 00:00:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("2024-05-06T10:11:12")]
    [InlineData("2024:13:06 10:11:12")]
    [InlineData("0001:01:01 00:00:00")]
    [InlineData("")]
    public void Read_WhenTheTimeIsNone_ShouldLeaveItOut(string time) =>
        Assert.Null(ExifReader.Read(new ExifBlock().Photo(0x9003, time).ToBytes()));

    [Theory]
    [InlineData("Canon", "Canon EOS R5", "Canon EOS R5")]
    [InlineData("NIKON CORPORATION", "NIKON D70", "NIKON D70")]
    [InlineData("SONY", "ILCE-7M3", "SONY ILCE-7M3")]
    [InlineData("OLYMPUS IMAGING CORP.", "E-M5", "OLYMPUS E-M5")]
    [InlineData("Eastman Kodak Company", "KODAK EASYSHARE V1073", "KODAK EASYSHARE V1073")]
    [InlineData("Leica Camera AG", "LEICA Q2", "LEICA Q2")]
    [InlineData("Apple", "iPhone 15 Pro", "Apple iPhone 15 Pro")]
    [InlineData("  Panasonic\t", "DC-GH5 ", "Panasonic DC-GH5")]
    [InlineData("FUJIFILM", "", "FUJIFILM")]
    [InlineData("", "X-T4", "X-T4")]
    public void Read_WhenMakerAndModelAreSaid_ShouldNameTheCameraOnce(string make, string model, string expected) =>
        Assert.Equal(expected, ExifReader.Read(new ExifBlock().Main(0x010F, make).Main(0x0110, model).ToBytes())?.Camera);

    [Fact]
    public void Read_WhenTextsAreHostile_ShouldCleanThem()
    {
        var photo = ExifReader.Read(new ExifBlock().Photo(0xA434, "A\u0001\u202Eb\r\n\u200B <i>" + new string('é', 500)).ToBytes());

        Assert.Equal("Ab <i>" + new string('é', PhotoFacts.MaxTextLength - 6), photo?.Lens);
    }

    [Fact]
    public void Read_WhenNumbersAreAbsurd_ShouldLeaveThemOut()
    {
        var block = new ExifBlock()
            .Photo(0x829A, 0, 1).Photo(0x829D, 28, 0).PhotoLong(0x8827, 4_000_000_000).Photo(0x920A, uint.MaxValue, 1).Photo(0xA405, 0)
            .Gps(1, "N").Gps(2, (91, 1), (0, 1), (0, 1)).Gps(3, "E").Gps(4, (3, 1), (0, 1), (0, 1));

        Assert.Null(ExifReader.Read(block.ToBytes()));
    }

    [Fact]
    public void Read_WhenIsoIsTooLargeForItsField_ShouldTakeTheOtherOne() =>
        Assert.Equal(102_400, ExifReader.Read(new ExifBlock().Photo(0x8827, ushort.MaxValue).PhotoLong(0x8833, 102_400).ToBytes())?.Iso);

    [Theory]
    [InlineData("X", "E")]
    [InlineData("N", "")]
    public void Read_WhenTheSideOfThePositionIsNone_ShouldLeaveItOut(string north, string east)
    {
        var block = new ExifBlock().Gps(1, north).Gps(2, (40, 1), (25, 1), (0, 1)).Gps(3, east).Gps(4, (3, 1), (42, 1), (0, 1));

        Assert.Null(ExifReader.Read(block.ToBytes()));
    }

    [Fact]
    public void Read_WhenCutAnywhere_ShouldNotThrow()
    {
        var whole = Full(isBigEndian: true).ToBytes();

        Assert.All(Enumerable.Range(0, whole.Length), length => ExifReader.Read(whole.AsSpan(0, length)));
    }

    [Property(MaxTest = 20_000)]
    public bool Read_WhenBytesAreFlipped_ShouldNotThrowAndGiveOnlyWhatIsAllowed(NonEmptyArray<(PositiveInt Place, byte Value)> flips, bool isBigEndian)
    {
        var block = Full(isBigEndian).ToBytes();
        foreach (var (place, value) in flips.Get)
        {
            block[place.Get % block.Length] = value;
        }

        return ExifReader.Read(block) is not { } photo
            || (photo.Lens ?? "").Length <= PhotoFacts.MaxTextLength
            && !(photo.Camera ?? "").Any(char.IsControl)
            && photo.Position is null or { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }
            && photo.ExposureTime is null or > 0
            && photo.Iso is null or > 0
            && (photo.TakenAt is not { } taken || PhotoTime.TryParse(taken.ToString(), out var again) && again == taken);
    }

    private static ExifBlock Full(bool isBigEndian) => new ExifBlock(isBigEndian)
        .Main(0x010F, "Canon").Main(0x0110, "Canon EOS R5")
        .Photo(0x829A, 1, 250).Photo(0x829D, 28, 10).Photo(0x8827, 400)
        .Photo(0x9003, "2024:05:06 10:11:12").Photo(0x9011, "+02:00")
        .Photo(0x920A, 35, 1).Photo(0xA405, 52).Photo(0xA434, "RF35mm F1.8 MACRO")
        .Gps(1, "N").Gps(2, (40, 1), (25, 1), (5, 10)).Gps(3, "W").Gps(4, (3, 1), (42, 1), (136, 10));
}
