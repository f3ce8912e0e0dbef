namespace Piton.Web.Tests.Mutants;

public sealed class MutatorTests
{
    private static readonly IReadOnlyList<Original> Pictures = Originals.Make();

    [Fact]
    public void Make_WhenSeedAndNumberAreTheSame_ShouldGiveTheSameMutant()
    {
        var (one, other) = (new Mutator(5, Pictures), new Mutator(5, Originals.Make()));

        for (var number = 0; number < 300; number++)
        {
            Assert.Equal(one.Make(number).Recipe, other.Make(number).Recipe);
            Assert.Equal(one.Make(number).Bytes, other.Make(number).Bytes);
        }
    }

    [Fact]
    public void Make_WhenSeedOrNumberDiffers_ShouldGiveAnotherMutant()
    {
        var mutants = new[] { new Mutator(5, Pictures), new Mutator(6, Pictures) }
            .SelectMany(mutator => Enumerable.Range(0, 500).Select(mutator.Make))
            .Select(mutant => Convert.ToBase64String(mutant.Bytes))
            .ToHashSet();

        Assert.InRange(mutants.Count, 900, 1000);
    }

    [Fact]
    public void Make_OverManyNumbers_ShouldUseEveryOriginalAndEveryWay()
    {
        var recipes = Enumerable.Range(0, 2000).Select(new Mutator(1, Pictures).Make).Select(mutant => mutant.Recipe).ToList();

        Assert.All(Pictures, picture => Assert.Contains(recipes, recipe => recipe.StartsWith($"{picture.Name}:", StringComparison.Ordinal)));
        string[] ways =
        [
            "bits flipped", "bytes overwritten", "truncated", "repeated", "removed", "moved", "size changed", "appended alone", "inserted",
            "put on", "mended",
        ];
        Assert.All(ways, way => Assert.Contains(recipes, recipe => recipe.Contains(way, StringComparison.Ordinal)));
    }

    [Fact]
    public void Make_WhenPayloadHangsOnAlone_ShouldLeaveThePictureWhole()
    {
        var mutants = Enumerable.Range(0, 500).Select(new Mutator(2, Pictures).Make).Where(mutant => mutant.IsWholeWithPayload).ToList();

        Assert.NotEmpty(mutants);
        Assert.All(mutants, mutant =>
        {
            Assert.Contains(Pictures, picture => mutant.Bytes.AsSpan().StartsWith(picture.Bytes));
            Assert.True(mutant.Bytes.AsSpan().IndexOf(Payloads.Mark) > 0);
        });
    }
}
