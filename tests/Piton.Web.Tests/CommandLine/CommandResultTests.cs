using Ardalis.Result;
using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

public sealed class CommandResultTests
{
    [Fact]
    public void Match_WhenNothingIsSaidOfWhatIsNotThere_ShouldNotGuessWhatItIs() =>
        Assert.Equal("It is not there any more.", Result<int>.NotFound().Match(_ => "", why => why));

    [Fact]
    public void Match_WhenItIsSaidWhatIsNotThere_ShouldSayThat() =>
        Assert.Equal("There is no account of ana@example.org.", Result<int>.NotFound("There is no account of ana@example.org.").Match(_ => "", why => why));
}
