using FsCheck.Xunit;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Vacaciones", "vacaciones")]
    [InlineData("PIÑATA", "pinata")]
    [InlineData("Ángel Éxito Índice Óscar Último Agüero", "angel exito indice oscar ultimo aguero")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("Île-de-France", "ile-de-france")]
    [InlineData("Ελλάδα", "ελλαδα")]
    [InlineData("Йод Ёлка", "иод елка")]
    [InlineData("Dvořák Łódź", "dvorak łodz")]
    [InlineData("Đà Nẵng", "đa nang")]
    [InlineData("ＴＯＫＹＯ", "tokyo")]
    [InlineData("ﬁesta", "fiesta")]
    [InlineData("ガギグ", "カキク")]
    [InlineData("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8")]
    [InlineData("مَكَّة", "مكة")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("写真", "写真")]
    [InlineData("📷 Playa", "📷 playa")]
    [InlineData("", "")]
    public void Fold_WhenTextHasCaseOrAccents_ShouldDropThem(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Fold_WhenAllOfItIsLatin_ShouldSayTheSameAsBesideAnotherScript()
    {
        foreach (var letter in Enumerable.Range(0, 0x300).Select(code => (char)code))
        {
            var text = $"é{letter}Z";

            Assert.Equal(SearchText.Fold($"{text}写"), $"{SearchText.Fold(text)}写");
        }
    }

    [Fact]
    public void Fold_WhenTextIsLongAscii_ShouldOnlyLowerIt() =>
        Assert.Equal("img_2026-03-14 (1).jpg", SearchText.Fold("IMG_2026-03-14 (1).JPG"));

    [Theory]
    [InlineData("A\ud800b")]
    [InlineData("A\udc00b")]
    public void Fold_WhenASurrogateStandsAlone_ShouldStillFoldTheRest(string text)
    {
        var folded = SearchText.Fold(text);

        Assert.StartsWith("a", folded, StringComparison.Ordinal);
        Assert.EndsWith("b", folded, StringComparison.Ordinal);
    }

    [Property]
    public bool Fold_WhenTextIsAnything_ShouldNotThrowAndSettle(string? text)
    {
        var folded = SearchText.Fold(text ?? "");

        return SearchText.Fold(folded) == folded;
    }
}
