using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Tests.Json;

public sealed class ImageJsonTests
{
    [Property(MaxTest = 500)]
    public FsCheck.Property Parse_WhenSerialized_ShouldGiveTheSameImage() =>
        Prop.ForAll(TestImages.Any.ToArbitrary(), image =>
        {
            var json = ImageJson.Serialize(image);
            return ImageJson.Parse(json) == image && !json.Contains((byte)'\n');
        });

    [Fact]
    public void Parse_WhenTheLineIsOfAnOlderPiton_ShouldKnowNothingOfTheCamera()
    {
        var json = Encoding.UTF8.GetString(ImageJson.Serialize(TestImages.Create(1)));

        Assert.DoesNotContain("photo", json, StringComparison.Ordinal);
        Assert.Null(ImageJson.Parse(Encoding.UTF8.GetBytes(json)).Photo);
    }

    [Theory]
    [InlineData("{\"takenAt\":\"2024-05-06\"}")]
    [InlineData("{\"takenAt\":null}")]
    [InlineData("{\"latitude\":1}")]
    [InlineData("{\"iso\":\"400\"}")]
    [InlineData("{\"flash\":true}")]
    [InlineData("[]")]
    public void Parse_WhenThePhotoIsWrong_ShouldThrow(string photo)
    {
        var json = ImageJson.Serialize(TestImages.Create(1));

        var exception = Record.Exception(() => ImageJson.Parse([.. json[..^1], .. ",\"photo\":"u8, .. Encoding.UTF8.GetBytes(photo), (byte)'}']));

        Assert.True(exception is JsonException or FormatException, exception?.ToString());
    }

    [Fact]
    public void Parse_WhenAnOlderPitonWroteTheReport_ShouldReadIt()
    {
        var image = TestImages.Create(1);
        var json = Encoding.UTF8.GetString(ImageJson.Serialize(image));
        var older = json.Replace(",\"milliseconds\":null,\"decoder\":null", "", StringComparison.Ordinal);
        Assert.NotEqual(json, older);

        Assert.Equal(image, ImageJson.Parse(Encoding.UTF8.GetBytes(older)));
    }

    [Fact]
    public void Parse_WhenCutAnywhere_ShouldThrow()
    {
        var json = ImageJson.Serialize(TestImages.Create(1, "señal \u0001"));

        for (var length = 0; length < json.Length; length++)
        {
            Assert.ThrowsAny<JsonException>(() => ImageJson.Parse(json.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("\"id\":\"", "\"id\":\"A")]
    [InlineData("\"id\":\"", "\"number\":\"")]
    [InlineData("\"createdAt\":\"2026", "\"createdAt\":\"206")]
    [InlineData("\"deletedAt\":null", "\"deletedAt\":1")]
    [InlineData("\"owner\":null", "\"owner\":\"me\"")]
    [InlineData("\"name\":\"picture 1\"", "\"name\":null")]
    [InlineData("\"name\":\"full\"", "\"name\":\"w800\"")]
    [InlineData("\"format\":\"jpeg\"", "\"format\":\"tiff\"")]
    [InlineData("\"sha256\":\"", "\"sha256\":\"f")]
    [InlineData("\"kept\":false", "\"kept\":0")]
    [InlineData("\"visibility\":\"public\"", "\"visibility\":\"Public\"")]
    [InlineData("\"visibility\":\"public\"", "\"visibility\":\"0\"")]
    [InlineData("\"width\":4000", "\"width\":4000.5")]
    [InlineData("\"height\":3000", "\"height\":3000000000")]
    [InlineData("\"frames\":1,", "")]
    [InlineData("\"verdict\":\"converted\"", "\"verdict\":[\"converted\"]")]
    [InlineData("\"verdict\":\"converted\"", "\"verdict\":\"Converted\"")]
    [InlineData("\"reason\":null", "\"reason\":\"because\"")]
    [InlineData("\"milliseconds\":null", "\"milliseconds\":\"5\"")]
    [InlineData("\"placeholder\":{", "\"placeholder\":{\"extra\":1,")]
    public void Parse_WhenAFieldIsWrong_ShouldThrow(string right, string wrong)
    {
        var json = Encoding.UTF8.GetString(ImageJson.Serialize(TestImages.Create(1)));
        var damaged = json.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(json, damaged);

        var exception = Record.Exception(() => ImageJson.Parse(Encoding.UTF8.GetBytes(damaged)));

        Assert.True(exception is JsonException or FormatException, exception?.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":{}}")]
    public void Parse_WhenItIsNoImage_ShouldThrow(string json)
    {
        Assert.ThrowsAny<JsonException>(() => ImageJson.Parse(Encoding.UTF8.GetBytes(json)));
    }
}
