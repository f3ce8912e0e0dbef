using System.Globalization;
using Ardalis.Result;
using Piton.Application.Refusals;

namespace Piton.Application.Tests.Refusals;

public sealed class RefusalTests
{
    [Fact]
    public void Refusal_WhenItHasArguments_ShouldSayThemInEnglishAndKeepThem()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("es-ES");
        try
        {
            var refusal = new Refusal(ErrorCode.TooLarge, "file", "At most {0}, not {1}.", 1.5, "x");

            Assert.Equal(
                ("file", "too_large", "At most 1.5, not x.", ValidationSeverity.Error),
                (refusal.Identifier, refusal.ErrorCode, refusal.ErrorMessage, refusal.Severity));
            Assert.Equal([1.5, "x"], refusal.Arguments);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Unavailable_WhenAskedForItsCode_ShouldGiveIt()
    {
        Assert.Equal(ErrorCode.Busy, Unavailable.CodeOf(Unavailable.Busy()));
        Assert.Equal(ErrorCode.DiskFull, Unavailable.CodeOf(Unavailable.DiskFull()));
        Assert.Equal(ErrorCode.ReadOnly, Unavailable.CodeOf(Unavailable.ReadOnly()));
    }

    [Fact]
    public void CodeOf_WhenTheResultCarriesNone_ShouldGiveNull()
    {
        Assert.Null(Unavailable.CodeOf(Result.Unavailable()));
        Assert.Null(Unavailable.CodeOf(Result.Unavailable("out to lunch")));
    }
}
