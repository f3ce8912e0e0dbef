using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Vips;
using Piton.Infrastructure.Workers;

namespace Piton.Infrastructure.Tests.Workers;

public sealed class WorkerPoolTests
{
    [Fact]
    public async Task Convert_WhenThePictureIsSound_ShouldMakeWhatTheConverterMakesInProcess()
    {
        await using var scene = await WorkerScene.StartAsync();
        using var fixture = new ConverterFixture();
        var picture = Pictures.Noise(700, 500, seed: 1).Encode("jpeg");
        var expected = await fixture.ConvertAsync(picture);

        var (inspected, converted) = await scene.ConvertAsync(picture);

        Assert.Equal(new InspectResult(InspectOutcome.Readable, new ImageHeader(ImageFormat.Jpeg, 700, 500, 1), "image/jpeg"), inspected);
        Assert.Equal(ConvertOutcome.Converted, converted!.Outcome);
        Assert.Equal((expected.Placeholder, expected.Frames), (converted.Image!.Placeholder, converted.Image.Frames));
        Assert.Equal(expected.Report with { Milliseconds = null }, converted.Image.Report with { Milliseconds = null });
        Assert.Equal(expected.Renditions.Select(rendition => rendition.Facts), converted.Image.Renditions.Select(rendition => rendition.Facts));
        Assert.All(expected.Renditions.Zip(converted.Image.Renditions), pair => Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span)));
    }

    [SkippableFact]
    public async Task Convert_WhenOnlyImageMagickReadsTheFormat_ShouldDoSoBehindTheWall()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { Sandbox = SandboxMode.Required });
        foreach (var (encoding, format) in new[] { ("heic", ImageFormat.Heic), ("bmp", ImageFormat.Bmp), ("jxl", ImageFormat.Jxl), ("heic", ImageFormat.Heic) })
        {
            var picture = Pictures.Quadrants(800, 400).Encode(encoding);

            var (inspected, converted) = await scene.ConvertAsync(picture);
            var (_, damaged) = await scene.ConvertAsync(picture[..(picture.Length / 2)]);

            Assert.Equal(new ImageHeader(format, 800, 400, 1), inspected.Header);
            Assert.Equal(ConvertOutcome.Converted, converted!.Outcome);
            Assert.All(converted.Image!.Renditions, rendition => ConverterFixture.AssertQuadrants(ConverterFixture.Decode(rendition)));
            Assert.True(damaged?.Outcome is not ConvertOutcome.Converted, encoding);
        }
    }

    [Fact]
    public async Task Convert_WhenTheCameraWroteFacts_ShouldHandThemOver()
    {
        await using var scene = await WorkerScene.StartAsync();
        var picture = Pictures.Quadrants(400, 200).Mutate(image =>
        {
            image.Set(NetVips.GValue.GStrType, "exif-ifd2-DateTimeOriginal", "2024:05:06 10:11:12");
            image.Set(NetVips.GValue.GStrType, "exif-ifd2-OffsetTimeOriginal", "-03:30");
            image.Set(NetVips.GValue.GStrType, "exif-ifd2-LensModel", "Helios 58 mm");
        }).Encode("jpeg");

        var (_, converted) = await scene.ConvertAsync(picture);

        var taken = new PhotoTime(new DateTime(2024, 5, 6, 10, 11, 12), new TimeSpan(-3, -30, 0));
        Assert.Equal(new PhotoFacts { TakenAt = taken, Lens = "Helios 58 mm" }, converted!.Image!.Photo);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><script>alert(1)</script>", InspectOutcome.UnsupportedType, "text/html")]
    [InlineData("GIF89a\u0001\0", InspectOutcome.Broken, "image/gif")]
    public async Task Inspect_WhenItIsNoPicture_ShouldSayWhatItIs(string content, InspectOutcome outcome, string mediaType)
    {
        await using var scene = await WorkerScene.StartAsync();

        var (inspected, _) = await scene.ConvertAsync([.. content.Select(letter => (byte)letter)]);

        Assert.Equal((outcome, mediaType), (inspected.Outcome, inspected.MediaType));
    }

    [Fact]
    public async Task Convert_WhenThePixelsAreDamaged_ShouldSayBrokenAndKeepTheWorker()
    {
        await using var scene = await WorkerScene.StartAsync();
        await scene.WholeAgainAsync();
        var before = scene.Processes;
        var whole = Pictures.Noise(300, 200, seed: 1).Encode("png");

        var (_, converted) = await scene.ConvertAsync(whole[..(whole.Length / 2)]);

        Assert.Equal(ConvertOutcome.Broken, converted!.Outcome);
        Assert.Equal(before, scene.Processes);
    }

    [Fact]
    public async Task Begin_WhenAWorkerHasHadItsShare_ShouldPutAnotherInItsPlace()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { JobsPerWorker = 1 });
        await scene.WholeAgainAsync();
        var picture = Pictures.Quadrants(90, 60).Encode("png");
        var workers = new List<int>();

        // Whether a new worker is there in time for the next job, which then gets it, is a matter of luck; each ends with its job all the same.
        for (var count = 0; count < WorkerScene.Whole; count++)
        {
            await using var job = scene.Pool.Begin(new MemoryStream(picture));
            Assert.Equal(InspectOutcome.Readable, (await job.InspectAsync(default)).Outcome);
            workers.Add(WorkerScene.WorkerOf(job));
            Assert.Equal(ConvertOutcome.Converted, (await job.ConvertAsync(default)).Outcome);
        }

        Assert.Distinct(workers);
        await scene.WholeAgainAsync([.. workers]);
    }

    [Fact]
    public async Task Stop_WhenJobsRun_ShouldEndThemAndLeaveNoProcess()
    {
        await using var scene = await WorkerScene.StartAsync();
        await scene.WholeAgainAsync();
        await using var job = scene.Pool.Begin(new MemoryStream(Pictures.Quadrants(90, 60).Encode("png")));
        await job.InspectAsync(default);
        scene.SignalAll("STOP");
        var converting = job.ConvertAsync(default);

        await scene.Pool.StopAsync();

        Assert.Equal(ConvertOutcome.Interrupted, (await converting).Outcome);
        Assert.Empty(scene.Processes);
        Assert.Equal(InspectOutcome.Interrupted, (await scene.ConvertAsync([1])).Inspected.Outcome);
    }

    [Theory]
    [InlineData(nameof(SandboxMode.Required))]
    [InlineData(nameof(SandboxMode.BestEffort))]
    public async Task Start_WhenTheSandboxIsWhole_ShouldFindNoGaps(string sandbox)
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { Sandbox = Enum.Parse<SandboxMode>(sandbox) });

        Assert.Empty(scene.Pool.Gaps);
    }

    [Fact]
    public async Task Start_WhenTheSandboxIsOff_ShouldSaySo()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { Sandbox = SandboxMode.Off });

        Assert.Contains("switched off", Assert.Single(scene.Pool.Gaps), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Landlock is missing")]
    [InlineData("seccomp is missing")]
    public async Task Start_WhenTheKernelIsOlder_ShouldSayWhatIsMissingOrRefuse(string said)
    {
        var command = OlderKernel.Command(said.StartsWith('L') ? OlderKernel.WithoutLandlock : OlderKernel.WithoutSeccomp);

        await using var scene = await WorkerScene.StartAsync(new DecoderOptions(), command);
        var (_, converted) = await scene.ConvertAsync(Pictures.Quadrants(90, 60).Encode("png"));
        var refusal = await Assert.ThrowsAsync<LibraryException>(
            () => WorkerScene.StartAsync(new DecoderOptions { Sandbox = SandboxMode.Required }, command));

        Assert.Contains(said, scene.Pool.Gaps[0], StringComparison.Ordinal);
        Assert.Equal(ConvertOutcome.Converted, converted!.Outcome);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenLandlockIsMissing_ShouldFindThatTheDataFolderCanBeRead()
    {
        await using var scene = await WorkerScene.StartAsync(command: OlderKernel.Command(OlderKernel.WithoutLandlock));

        Assert.Contains(scene.Pool.Gaps, gap => gap.StartsWith("A decoder can read ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WhenTheDecoderRefuses_ShouldRefuseForTheSameReason()
    {
        const string hello = """{"Refusal":"libvips 8.18.2 has known holes","Gaps":[]}""";

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => WorkerScene.StartAsync(command: FakeWorker.ThatSays(hello)));

        Assert.Contains("8.18.2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheDecoderEndsAtOnce_ShouldSayWhatItWrote()
    {
        var refusal = await Assert.ThrowsAsync<LibraryException>(
            () => WorkerScene.StartAsync(command: FakeWorker.Script("echo 'no such library' >&2; exit 3")));

        Assert.Contains("exit code 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no such library", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenThereIsNoProgram_ShouldSayWhich()
    {
        var refusal = await Assert.ThrowsAsync<LibraryException>(() => WorkerScene.StartAsync(command: new WorkerCommand("/nowhere/piton", [])));

        Assert.Contains("/nowhere/piton", refusal.Message, StringComparison.Ordinal);
    }
}
