namespace Piton.Web.Tests.Fuzz;

public sealed class FuzzOptionsTests
{
    [Fact]
    public void Parse_WhenNothingIsSaid_ShouldSendFiftyThousand() =>
        Assert.Equal((0, 50_000), FuzzOptions.Parse([]) is { } options ? (options.First, options.Count) : default);

    [Fact]
    public void Parse_WhenAllIsSaid_ShouldTakeIt() =>
        Assert.Equal(new FuzzOptions(Seed: 7, First: 30, Count: 5), FuzzOptions.Parse(["5", "--seed", "7", "--first", "30"]));

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("--seed")]
    [InlineData("--seed", "x")]
    [InlineData("--count", "5")]
    [InlineData("5", "6")]
    [InlineData("5", "--first", "99999999999")]
    public void Parse_WhenItMakesNoSense_ShouldGiveNull(params string[] arguments) => Assert.Null(FuzzOptions.Parse(arguments));
}
