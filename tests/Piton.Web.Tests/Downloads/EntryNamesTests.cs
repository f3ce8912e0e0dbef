using System.Text;
using Piton.Web.Downloads;

namespace Piton.Web.Tests.Downloads;

public sealed class EntryNamesTests
{
    private readonly EntryNames _names = new();

    [Theory]
    [InlineData("Playa", "Playa.webp")]
    [InlineData("Ñandú 🐍", "Ñandú 🐍.webp")]
    [InlineData("3.14", "3.14.webp")]
    [InlineData("../../etc/passwd", "_.._etc_passwd.webp")]
    [InlineData(@"C:\Windows\x", "C__Windows_x.webp")]
    [InlineData("..", "untitled.webp")]
    [InlineData(" . ", "untitled.webp")]
    [InlineData("ends with dots. . .", "ends with dots.webp")]
    [InlineData(".hidden", "hidden.webp")]
    [InlineData("a\nb\0c\u0085d", "a_b_c_d.webp")]
    [InlineData("exe\u202egpj", "exe_gpj.webp")]
    [InlineData("what? <b>\"*|", "what_ _b____.webp")]
    [InlineData("con", "_con.webp")]
    [InlineData("COM1.old", "_COM1.old.webp")]
    [InlineData("lpt³", "_lpt³.webp")]
    [InlineData("console", "console.webp")]
    public void Next_WhenNamed_ShouldBeHarmlessEverywhere(string name, string entry) => Assert.Equal(entry, _names.Next(name, "webp"));

    [Fact]
    public void Next_WhenHalfACharacterIsLeft_ShouldStandInForIt() => Assert.Equal("a_.webp", _names.Next("a\ud83d", "webp"));

    [Fact]
    public void Next_WhenTheNameIsLong_ShouldCutItAtWholeCharacters()
    {
        var entry = _names.Next(string.Concat(Enumerable.Repeat("🐍", 250)), "webp");

        Assert.InRange(Encoding.UTF8.GetByteCount(entry), 230, 255);
        Assert.DoesNotContain('_', entry);
    }

    [Fact]
    public void Next_WhenNamesAreAlike_ShouldTellThemApart()
    {
        string[] entries =
        [
            _names.Next("Playa", "webp"), _names.Next("Playa", "webp"), _names.Next("PLAYA", "webp"), _names.Next("Playá", "webp"),
            _names.Next("Playa (2)", "webp"), _names.Next("Playa", "gif"), _names.Next("Playa", "webp"),
        ];

        Assert.Equal(
            ["Playa.webp", "Playa (2).webp", "PLAYA (3).webp", "Playá (4).webp", "Playa (2) (2).webp", "Playa (5).gif", "Playa (6).webp"], entries);
    }
}
