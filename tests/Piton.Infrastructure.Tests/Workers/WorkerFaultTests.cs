using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Vips;
using Piton.Infrastructure.Workers;

namespace Piton.Infrastructure.Tests.Workers;

/// <summary>What may happen to a worker in the midst of a job: the one upload hears of it, nobody else, and the pool is whole again.</summary>
public sealed class WorkerFaultTests
{
    private static readonly byte[] Picture = Pictures.Quadrants(90, 60).Encode("png");

    [Theory]
    [InlineData("SEGV")]
    [InlineData("ABRT")]
    [InlineData("ILL")]
    public async Task Convert_WhenTheWorkerCrashes_ShouldSayBrokenAndHarmNobodyElse(string signal)
    {
        await using var scene = await WorkerScene.StartAsync();
        await scene.WholeAgainAsync();
        await using var job = scene.Pool.Begin(new MemoryStream(Pictures.Noise(4000, 3000, seed: 1).Encode("jpeg")));
        await job.InspectAsync(default);
        var victim = WorkerScene.WorkerOf(job);
        var converting = job.ConvertAsync(default);
        var other = scene.ConvertAsync(Picture);

        // The runtime takes the first for its own, and asks whether it was meant by waiting for the next.
        while (!converting.IsCompleted)
        {
            WorkerScene.Signal(victim, signal);
        }

        Assert.Equal(ConvertOutcome.Broken, (await converting).Outcome);
        Assert.Equal(ConvertOutcome.Converted, (await other).Converted!.Outcome);
        await scene.WholeAgainAsync(victim);
    }

    [Theory]
    [InlineData("XCPU", ConvertOutcome.OverLimit)]
    [InlineData("KILL", ConvertOutcome.Interrupted)]
    [InlineData("TERM", ConvertOutcome.Interrupted)]
    public async Task Convert_WhenTheWorkerDies_ShouldSayWhoseFaultItIsAndHarmNobodyElse(string signal, ConvertOutcome outcome)
    {
        await using var scene = await WorkerScene.StartAsync();
        await scene.WholeAgainAsync();
        await using var job = scene.Pool.Begin(new MemoryStream(Picture));
        await job.InspectAsync(default);
        var victim = WorkerScene.WorkerOf(job);
        WorkerScene.Signal(victim, "STOP");
        var converting = job.ConvertAsync(default);
        var other = scene.ConvertAsync(Picture);

        WorkerScene.Signal(victim, signal);
        WorkerScene.Signal(victim, "CONT");

        Assert.Equal(outcome, (await converting).Outcome);
        Assert.Equal(ConvertOutcome.Converted, (await other).Converted!.Outcome);
        await scene.WholeAgainAsync(victim);
    }

    [Fact]
    public async Task Inspect_WhenAWorkerDiedWhileItWaited_ShouldTakeAnother()
    {
        await using var scene = await WorkerScene.StartAsync();
        await scene.WholeAgainAsync();
        int[] victims = [.. scene.Processes];
        scene.SignalAll("KILL");
        await scene.WholeAgainAsync(victims);

        Assert.Equal(ConvertOutcome.Converted, (await scene.ConvertAsync(Picture)).Converted!.Outcome);
    }

    [Fact]
    public async Task Convert_WhenTheWorkerHangs_ShouldEndItAndNameTheLimit()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { MaxCpuSeconds = 20 });
        await scene.WholeAgainAsync();
        await using var job = scene.Pool.Begin(new MemoryStream(Picture));
        await job.InspectAsync(default);
        scene.SignalAll("STOP");
        var converting = job.ConvertAsync(default);

        scene.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(converting.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(new ConvertResult(ConvertOutcome.OverLimit, Breach: new LimitBreach(LimitKind.ProcessorTime, 20, 20)), await converting);
        scene.SignalAll("CONT");
        await scene.WholeAgainAsync(WorkerScene.WorkerOf(job));
    }

    [Fact]
    public async Task Convert_WhenItTakesMoreProcessorTimeThanAllowed_ShouldEndIt()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { MaxCpuSeconds = 1 });
        var slow = Pictures.Noise(9000, 5000, seed: 1).Encode("jpeg");
        var converting = scene.ConvertAsync(slow);

        while (!converting.IsCompleted)
        {
            scene.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.WhenAny(converting, Task.Delay(1));
        }

        Assert.Equal(new LimitBreach(LimitKind.ProcessorTime, 1, 1), (await converting).Converted!.Breach);
    }

    [Fact]
    public async Task Convert_WhenItTakesMoreMemoryThanAllowed_ShouldSaySo()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { MaxMemoryBytes = DecoderOptionsValidator.LeastMemory });
        var large = Pictures.Quadrants(9000, 5500).Encode("jpeg");

        var (_, converted) = await scene.ConvertAsync(large);

        var limit = DecoderOptionsValidator.LeastMemory;
        Assert.Equal(new ConvertResult(ConvertOutcome.OverLimit, Breach: new LimitBreach(LimitKind.Memory, limit, limit)), converted);
        Assert.Equal(ConvertOutcome.Converted, (await scene.ConvertAsync(Picture)).Converted!.Outcome);
    }

    [Fact]
    public async Task Convert_WhenTheClientHangsUp_ShouldEndTheWorkerAtOnce()
    {
        await using var scene = await WorkerScene.StartAsync();
        await scene.WholeAgainAsync();
        using var hangUp = new CancellationTokenSource();
        await using var job = scene.Pool.Begin(new MemoryStream(Picture));
        await job.InspectAsync(hangUp.Token);
        var victim = WorkerScene.WorkerOf(job);
        WorkerScene.Signal(victim, "STOP");
        var converting = job.ConvertAsync(hangUp.Token);

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => converting);
        await scene.WholeAgainAsync(victim);
    }

    [Fact]
    public async Task Inspect_WhenTheSourceCannotBeRead_ShouldLetTheFaultThroughAndReplaceTheWorker()
    {
        await using var scene = await WorkerScene.StartAsync();
        await using var job = scene.Pool.Begin(new FailingStream());

        var fault = await Assert.ThrowsAsync<IOException>(() => job.InspectAsync(default));

        Assert.Equal(FailingStream.FaultMessage, fault.Message);
        Assert.Equal(ConvertOutcome.Converted, (await scene.ConvertAsync(Picture)).Converted!.Outcome);
    }

    public static TheoryData<string> Garbage() =>
    [
        // A gigabyte of nothing, and one of noise.
        "head -c 1073741824 /dev/zero",
        "head -c 1073741824 /dev/urandom",

        // A message that is longer than any, that is no JSON, null, or of another kind.
        @"printf '\001\000\001\000'; cat /dev/zero",
        FakeWorker.Print("rubbish"),
        FakeWorker.Print("null"),
        FakeWorker.Print("""{"Refusal":null,"Gaps":[]}"""),

        // A header without sides, a format that there is not, an outcome that only the server may give.
        FakeWorker.Print("""{"Outcome":"Readable","Header":{"Format":"Jpeg","Width":0,"Height":1,"Frames":1},"MediaType":"image/jpeg"}"""),
        FakeWorker.Print("""{"Outcome":"Readable","Header":{"Format":77,"Width":1,"Height":1,"Frames":1},"MediaType":"image/jpeg"}"""),
        FakeWorker.Print("""{"Outcome":"Interrupted","Header":null,"MediaType":null}"""),

        // The end of the stream in the midst of a message.
        @"printf '\100\000\000\000abc'; exit 0",
    ];

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Inspect_WhenTheWorkerSaysGarbage_ShouldSayBroken(string script)
    {
        await using var scene = await WorkerScene.StartAsync(command: FakeWorker.ThatAnswersBy(script));

        var (inspected, _) = await scene.ConvertAsync(Picture);

        Assert.Equal(new InspectResult(InspectOutcome.Broken, null, null), inspected);
    }

    [Fact]
    public async Task Inspect_WhenTheWorkerReadsNothing_ShouldEndItToo()
    {
        await using var scene = await WorkerScene.StartAsync(new DecoderOptions { MaxCpuSeconds = 1 }, FakeWorker.ThatAnswersBy("exec sleep 1000"));
        var inspecting = scene.ConvertAsync(new byte[1 << 20]);

        scene.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(InspectOutcome.OverLimit, (await inspecting).Inspected.Outcome);
    }
}
