using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a@b")]
    [InlineData("Ana.Torres+photos@mail.example.org")]
    [InlineData("peña@correo.españa")]
    [InlineData("\U0001f600@example.org")]
    public void Check_WhenItIsAnAddress_ShouldFindNoFlaw(string text) => Assert.Null(EmailAddress.Check(text));

    [Theory]
    [InlineData(null, EmailFlaw.Blank)]
    [InlineData("", EmailFlaw.Blank)]
    [InlineData(" \t", EmailFlaw.Blank)]
    [InlineData("ana", EmailFlaw.NotAnAddress)]
    [InlineData("@example.org", EmailFlaw.NotAnAddress)]
    [InlineData("ana@", EmailFlaw.NotAnAddress)]
    [InlineData("ana@b@c", EmailFlaw.NotAnAddress)]
    [InlineData(" ana@example.org", EmailFlaw.NotAnAddress)]
    [InlineData("an a@example.org", EmailFlaw.NotAnAddress)]
    [InlineData("ana@example.org\r\nBcc: bob@example.org", EmailFlaw.NotAnAddress)]
    [InlineData("ana@exa\0mple.org", EmailFlaw.NotAnAddress)]
    [InlineData("ana\u200b@example.org", EmailFlaw.NotAnAddress)]
    [InlineData("\u202egro@example.org", EmailFlaw.NotAnAddress)]
    public void Check_WhenItIsNone_ShouldSayWhy(string? text, EmailFlaw flaw) => Assert.Equal(flaw, EmailAddress.Check(text));

    [Fact]
    public void Check_WhenHalfACharacterIsInIt_ShouldSayThatItIsNone() =>
        Assert.Equal(EmailFlaw.NotAnAddress, EmailAddress.Check("a\ud800@example.org"));

    [Theory]
    [InlineData(254, null)]
    [InlineData(255, EmailFlaw.TooLong)]
    public void Check_WhenLong_ShouldCountCodeUnits(int length, EmailFlaw? flaw) =>
        Assert.Equal(flaw, EmailAddress.Check(new string('a', length - 2) + "@b"));

    [Theory]
    [InlineData("Ana@Example.ORG", "ana@example.org")]
    [InlineData(" ana@example.org\n", "ana@example.org")]
    [InlineData("PEN\u0303A@example.org", "pe\u00f1a@example.org")]
    [InlineData("\u212b@example.org", "\u00e5@example.org")]
    public void Fold_WhenTwoAreTheSame_ShouldGiveOneKey(string text, string key)
    {
        Assert.Equal(key, EmailAddress.Fold(text));
        Assert.Equal(key, EmailAddress.Fold(key));
    }

    [Theory]
    [InlineData("pena@example.org", "pe\u00f1a@example.org")]
    [InlineData("ana@example.org", "ana@example.com")]
    public void Fold_WhenTwoDiffer_ShouldGiveTwoKeys(string one, string other) =>
        Assert.NotEqual(EmailAddress.Fold(one), EmailAddress.Fold(other));

    [Fact]
    public void Fold_WhenItCannotBeComposed_ShouldFoldItsCase() => Assert.Equal("a\ud800b", EmailAddress.Fold("A\ud800B"));
}
