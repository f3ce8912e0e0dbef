using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>Each reason for which an upload is refused, and that nothing of it stays.</summary>
public sealed class UploadRefusalTests : IDisposable
{
    private readonly UploadScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Handle_WhenTheLibraryIsReadOnly_ShouldSaySoBeforeAByteIsRead()
    {
        _scene.Health.IsReadOnly.Returns(true);

        AssertUnavailable(ErrorCode.ReadOnly, await _scene.SendAsync());
        Assert.Empty(_scene.Store.ReceivedCalls());
    }

    [Theory]
    [InlineData(StageOutcome.Empty, ErrorCode.EmptyFile)]
    [InlineData(StageOutcome.TooLarge, ErrorCode.TooLarge)]
    public async Task Handle_WhenTheBytesAreRefused_ShouldSayWhyAndGoNoFurther(StageOutcome outcome, ErrorCode code)
    {
        _scene.StagingEnds(outcome);

        // The details may never come, since nobody reads the body on.
        var result = await _scene.HandleAsync(_scene.Command(new TaskCompletionSource<UploadDetails>().Task));

        Assert.Equal((code, "file"), Refused.By(result));
        Assert.Empty(_scene.Catalog.ReceivedCalls());
        Assert.Empty(_scene.Converter.ReceivedCalls());
    }

    [Theory]
    [InlineData(StageOutcome.Busy, ErrorCode.Busy)]
    [InlineData(StageOutcome.DiskFull, ErrorCode.DiskFull)]
    public async Task Handle_WhenTheBytesFindNoRoom_ShouldSayWhyAndGoNoFurther(StageOutcome outcome, ErrorCode code)
    {
        _scene.StagingEnds(outcome);

        AssertUnavailable(code, await _scene.SendAsync());
        Assert.Empty(_scene.Converter.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheFileIsTooLarge_ShouldNameTheLimit()
    {
        _scene.StagingEnds(StageOutcome.TooLarge);

        var result = await _scene.SendAsync();

        Assert.Equal([_scene.Limits.MaxFileBytes], ((Refusal)result.ValidationErrors.Single()).Arguments);
    }

    [Fact]
    public async Task Handle_WhenTheQueueIsFull_ShouldSayBusyAndInspectNothing()
    {
        _scene.Queue.Dispose();
        _scene.Queue = new ConversionQueue(new ConversionQueueLimits { Running = 1, Waiting = 0 });
        using var place = await _scene.Queue.EnterAsync(CancellationToken.None);

        var result = await _scene.SendAsync();

        AssertUnavailable(ErrorCode.Busy, result);
        Assert.Empty(_scene.Converter.ReceivedCalls());
        await AssertNothingStaysAsync();
    }

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData(null, "of an unknown type")]
    public async Task Handle_WhenTheTypeIsNotAccepted_ShouldSayWhatTheFileIs(string? mediaType, string said)
    {
        _scene.InspectionEnds(new InspectResult(InspectOutcome.UnsupportedType, null, mediaType));

        var result = await _scene.SendAsync();

        Assert.Equal((ErrorCode.UnsupportedType, "file"), Refused.By(result));
        Assert.Contains(said, result.ValidationErrors.Single().ErrorMessage, StringComparison.Ordinal);
        Assert.EndsWith($" Accepted are: {ImageFormats.Accepted}.", result.ValidationErrors.Single().ErrorMessage, StringComparison.Ordinal);
        await AssertNothingStaysAsync();
    }

    [Fact]
    public async Task Handle_WhenTheHeaderIsBroken_ShouldSaySo()
    {
        _scene.InspectionEnds(new InspectResult(InspectOutcome.Broken, null, "image/png"));

        Assert.Equal((ErrorCode.BrokenImage, "file"), Refused.By(await _scene.SendAsync()));
        await AssertNothingStaysAsync();
    }

    [Fact]
    public async Task Handle_WhenThePixelsAreBroken_ShouldSaySo()
    {
        _scene.ConversionEnds(new ConvertResult(ConvertOutcome.Broken));

        Assert.Equal((ErrorCode.BrokenImage, "file"), Refused.By(await _scene.SendAsync()));
        await AssertNothingStaysAsync();
    }

    [Theory]
    [InlineData(LimitKind.ProcessorTime, ErrorCode.TooMuchTime)]
    [InlineData(LimitKind.Memory, ErrorCode.TooMuchMemory)]
    public async Task Handle_WhenThePictureCostsTooMuch_ShouldNameTheLimit(LimitKind kind, ErrorCode code)
    {
        var breach = new LimitBreach(kind, 60, 60);
        _scene.ConversionEnds(new ConvertResult(ConvertOutcome.OverLimit, Breach: breach));
        var converting = await _scene.SendAsync();
        _scene.InspectionEnds(new InspectResult(InspectOutcome.OverLimit, null, null, breach));
        var inspecting = await _scene.SendAsync();

        Assert.All([converting, inspecting], result =>
        {
            Assert.Equal((code, "file"), Refused.By(result));
            Assert.Equal([60L], ((Refusal)result.ValidationErrors.Single()).Arguments);
        });
        await _scene.Store.DidNotReceiveWithAnyArgs().CommitAsync(default!, default!, default!, default);
    }

    [Fact]
    public async Task Handle_WhenTheConversionIsInterrupted_ShouldAskForAnotherTry()
    {
        _scene.ConversionEnds(new ConvertResult(ConvertOutcome.Interrupted));

        AssertUnavailable(ErrorCode.Interrupted, await _scene.SendAsync());
        await AssertNothingStaysAsync();
    }

    [Fact]
    public async Task Handle_WhenTheInspectionIsInterrupted_ShouldAskForAnotherTry()
    {
        _scene.InspectionEnds(new InspectResult(InspectOutcome.Interrupted, null, null));

        AssertUnavailable(ErrorCode.Interrupted, await _scene.SendAsync());
        await AssertNothingStaysAsync();
    }

    [Theory]
    [InlineData(2001, 1, 1, ErrorCode.SideTooLong, 2001, 2000)]
    [InlineData(1000, 1001, 1, ErrorCode.TooManyPixels, 1_001_000, 1_000_000)]
    [InlineData(10, 10, 4, ErrorCode.TooManyFrames, 4, 3)]
    [InlineData(1000, 1000, 2, ErrorCode.TooManyTotalPixels, 2_000_000, 1_500_000)]
    public async Task Handle_WhenALimitIsBroken_ShouldSayWhichAndConvertNothing(
        int width, int height, int frames, ErrorCode code, long actual, long limit)
    {
        _scene.InspectionEnds(new InspectResult(InspectOutcome.Readable, new ImageHeader(ImageFormat.Gif, width, height, frames), "image/gif"));

        var result = await _scene.SendAsync();

        Assert.Equal((code, "file"), Refused.By(result));
        Assert.Equal([actual, limit], ((Refusal)result.ValidationErrors.Single()).Arguments);
        await _scene.Job.DidNotReceiveWithAnyArgs().ConvertAsync(default);
        await AssertNothingStaysAsync();
    }

    [Fact]
    public async Task Handle_WhenTheNameIsTooLong_ShouldRefuseBeforeAnyConversion() =>
        await AssertDetailsRefusedAsync(new UploadDetails(Name: new string('a', ImageName.MaxLength + 1)), ErrorCode.TextTooLong, "name");

    [Fact]
    public async Task Handle_WhenTheDescriptionIsTooLong_ShouldRefuseBeforeAnyConversion() =>
        await AssertDetailsRefusedAsync(new UploadDetails(Alt: new string('a', Image.MaxAltLength + 1)), ErrorCode.TextTooLong, "alt");

    [Theory]
    [InlineData("secret")]
    [InlineData("Public")]
    public async Task Handle_WhenTheVisibilityIsNotThere_ShouldRefuseBeforeAnyConversion(string visibility) =>
        await AssertDetailsRefusedAsync(new UploadDetails(Visibility: visibility), ErrorCode.UnknownVisibility, "visibility");

    [Theory]
    [InlineData(CommitOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CommitOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenTheFilesCannotBeWritten_ShouldSayWhyAndAddNothing(CommitOutcome outcome, ErrorCode code)
    {
        _scene.CommitEnds(outcome);

        AssertUnavailable(code, await _scene.SendAsync());
        await _scene.Catalog.DidNotReceiveWithAnyArgs().AddAsync(default!, default!, default);
        await _scene.Upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheCatalogueFindsNoRoom_ShouldSayDiskFullAndDeleteTheFiles()
    {
        _scene.AddingEnds(CatalogOutcome.DiskFull);

        AssertUnavailable(ErrorCode.DiskFull, await _scene.SendAsync());
        await _scene.Store.Received(1).DeleteAsync(_scene.Committed.Id, CancellationToken.None);
        await _scene.Upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheCatalogueIsReadOnly_ShouldSaySoAndLeaveTheFiles()
    {
        _scene.AddingEnds(CatalogOutcome.ReadOnly);

        AssertUnavailable(ErrorCode.ReadOnly, await _scene.SendAsync());
        await _scene.Store.DidNotReceiveWithAnyArgs().DeleteAsync(default, default);
        await _scene.Upload.Received(1).DisposeAsync();
    }

    private async Task AssertDetailsRefusedAsync(UploadDetails details, ErrorCode code, string field)
    {
        Assert.Equal((code, field), Refused.By(await _scene.SendAsync(details)));
        Assert.Empty(_scene.Converter.ReceivedCalls());
        await AssertNothingStaysAsync();
    }

    private static void AssertUnavailable(ErrorCode code, Result<UploadedImage> result) =>
        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));

    [Theory]
    [InlineData(3, null, ErrorCode.QuotaOfImages)]
    [InlineData(null, 9000L, ErrorCode.QuotaOfBytes)]
    public async Task Handle_WhenTheQuotaIsReached_ShouldRefuseAndLeaveNoFiles(int? images, long? bytes, ErrorCode code)
    {
        _scene.Quota = new StorageQuota(images, bytes);
        _scene.Listing.UsageAsync(Actors.Administrator.Account!.Value, Arg.Any<CancellationToken>()).Returns(new ImageUsage(3, 8999));
        _scene.Catalog.AddAsync(default!, default!, default).ReturnsForAnyArgs(new CatalogChange(CatalogOutcome.OverQuota, null));

        var result = await _scene.SendAsync();

        Assert.Equal((code, "file"), Refused.By(result));
        await _scene.Store.Received(1).DeleteAsync(_scene.Committed.Id, CancellationToken.None);
    }

    private async Task AssertNothingStaysAsync()
    {
        await _scene.Store.DidNotReceiveWithAnyArgs().CommitAsync(default!, default!, default!, default);
        await _scene.Catalog.DidNotReceiveWithAnyArgs().AddAsync(default!, default!, default);
        await _scene.Upload.Received(1).DisposeAsync();
    }
}
