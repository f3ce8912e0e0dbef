using Piton.Domain.Library;

namespace Piton.Domain.Tests.Library;

public sealed class LibraryReportTests
{
    [Theory]
    [InlineData(DefectKind.FileDamaged, false, false)]
    [InlineData(DefectKind.CatalogueMissing, false, false)]
    [InlineData(DefectKind.FactsMissing, true, true)]
    [InlineData(DefectKind.OrphanFolder, false, true)]
    [InlineData(DefectKind.StagingLeftover, false, true)]
    public void IsWhole_WhenThereIsADefect_ShouldAskForUnrepairedDamageOnly(DefectKind kind, bool repaired, bool whole)
    {
        var report = new LibraryReport(0, 0, 0, [new LibraryDefect(kind, "place", "detail", repaired)]);

        Assert.Equal(whole, report.IsWhole);
    }

    [Fact]
    public void IsDamage_WhenKindIsAny_ShouldKnowIt()
    {
        Assert.All(Enum.GetValues<DefectKind>(), kind => _ = new LibraryDefect(kind, "place", "detail").IsDamage);
    }
}
