using Piton.Domain.Library;
using Piton.Infrastructure.Library;
using Piton.Infrastructure.Tests.Json;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>What is read of a catalogue on a disk that does not give back all of it.</summary>
public sealed class CatalogueSurveyTests
{
    private const int Images = 30;
    private const int Page = 4096;

    private readonly byte[] _log = LogOf(Images);

    [Fact]
    public void Read_WhenAPageCannotBeRead_ShouldKnowEveryImageWhoseLineIsElsewhere()
    {
        var survey = Read(new UnreadableLogFile(_log) { Lost = ((2 * Page) + 500, (2 * Page) + 501) });

        var elsewhere = Enumerable.Range(0, Images).Where(number => LogOf(number + 1).Length <= 2 * Page || LogOf(number).Length > 3 * Page).ToList();
        Assert.InRange(elsewhere.Count, Images / 2, Images - 2);
        Assert.Equal(elsewhere.Select(number => TestImages.Create(number)), survey.Images());
        Assert.Equal([DefectKind.CatalogueDamaged, DefectKind.CatalogueDamaged], survey.Defects.Select(defect => defect.Kind));
        Assert.Equal(("images.jsonl", "Some of it cannot be read: Input/output error."), (survey.Defects[1].Place, survey.Defects[1].Detail));
    }

    [Fact]
    public void Read_WhenTheEndCannotBeRead_ShouldNotTakeItForWhatACrashLeft()
    {
        var survey = Read(new UnreadableLogFile(_log) { Lost = (_log.Length - 1, _log.Length) });

        Assert.InRange(survey.Count, Images / 2, Images - 1);
        Assert.All(survey.Defects, defect => Assert.Equal(DefectKind.CatalogueDamaged, defect.Kind));
    }

    [Fact]
    public void Read_WhenTheBeginningCannotBeRead_ShouldKnowWhatIsBehindIt()
    {
        var survey = Read(new UnreadableLogFile(_log) { Lost = (0, 1) });

        Assert.Equal(Enumerable.Range(0, Images).Count(number => LogOf(number).Length > Page), survey.Count);
        Assert.True(survey.IsDamaged);
    }

    [Fact]
    public void Images_WhenALineCannotBeReadAnyMore_ShouldLeaveNoneOutInSilence()
    {
        var file = new UnreadableLogFile(_log);
        var survey = Read(file);
        Assert.Equal(Images, survey.Images().Count());

        file.Lost = (_log.Length / 2, (_log.Length / 2) + 1);

        Assert.Throws<IOException>(() => survey.Images().Count());
    }

    private static CatalogueSurvey Read(UnreadableLogFile file) => CatalogueSurvey.Read("/data/images.jsonl", file, file.Length);

    // Each line is a group of its own.
    private static byte[] LogOf(int images) => LogBytes.Create([.. Enumerable.Repeat(1, images)]);
}
