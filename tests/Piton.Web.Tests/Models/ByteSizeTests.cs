using System.Globalization;
using Piton.Web.Models;

namespace Piton.Web.Tests.Models;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(0, "en", "0 B")]
    [InlineData(999, "en", "999 B")]
    [InlineData(1_000, "en", "1 kB")]
    [InlineData(4_167_727, "en", "4.2 MB")]
    [InlineData(4_167_727, "es", "4,2 MB")]
    [InlineData(25_000_000, "en", "25 MB")]
    [InlineData(999_600, "en", "1 MB")]
    [InlineData(5_000_000_000_000_000, "en", "5000 TB")]
    public void Text_WhenCultureIsSet_ShouldBeAsPeopleWriteIt(long bytes, string culture, string expected)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Assert.Equal(expected.Replace(' ', '\u00a0'), ByteSize.Text(bytes));
    }
}
