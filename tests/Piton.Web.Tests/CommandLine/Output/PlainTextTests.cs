using Piton.Web.CommandLine.Output;

namespace Piton.Web.Tests.CommandLine.Output;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Ana María 🐚 [bold]", "Ana María 🐚 [bold]")]
    [InlineData("\u001b[2Jgone", "\\u001b[2Jgone")]
    [InlineData("two\nlines\r\t\0", "two\\u000alines\\u000d\\u0009\\u0000")]
    [InlineData("\u009b31m \u202egpj.exe", "\\u009b31m \\u202egpj.exe")]
    public void Of_WhenATerminalWouldObeyALetter_ShouldShowIt(string text, string shown) => Assert.Equal(shown, PlainText.Of(text));

    [Fact]
    public void OfDocument_WhenItHasLinesAndTabs_ShouldLeaveThemAlone() =>
        Assert.Equal("{\n\t\"a\": \"\\u001b\\u000d\"\n}", PlainText.OfDocument("{\n\t\"a\": \"\u001b\r\"\n}"));

    [Fact]
    public void Progress_WhenItsWordsWouldBeObeyed_ShouldShowThem() =>
        Assert.Equal("\\u001b]0;taken: 1,000 of 2,000", new CommandProgress("\u001b]0;taken", 1000, 2000).ToText());
}
