using System.Text;
using AngleSharp.Html.Parser;
using Piton.Web.Hosting;

namespace Piton.Web.Tests.Pages;

public sealed class PlainHtmlEncoderTests
{
    [Theory]
    [InlineData("<b>&\"'</b>", "&lt;b&gt;&amp;&quot;&#x27;&lt;/b&gt;")]
    [InlineData("niña 田中", "niña 田中")]
    [InlineData("\u0085<\u0080", "\u0085&lt;\u0080")]
    public void Encode_WhenTextHoldsThem_ShouldEscapeOnlyWhatHtmlNeeds(string text, string html)
    {
        Assert.Equal(html, PlainHtmlEncoder.Instance.Encode(text));
    }

    [Fact]
    public void Encode_WhenReadBackByAParser_ShouldBeTheSameText()
    {
        // All of the first plane but the halves of pairs, and but NUL and carriage return, which HTML cannot write.
        var text = new StringBuilder();
        foreach (var letter in Enumerable.Range(1, char.MaxValue).Where(code => code is not ('\r' or (>= 0xd800 and <= 0xdfff))))
        {
            text.Append((char)letter);
        }

        var page = new HtmlParser().ParseDocument($"<p>{PlainHtmlEncoder.Instance.Encode(text.ToString())}</p>");

        Assert.Equal(text.ToString(), page.QuerySelector("p")?.TextContent);
    }
}
