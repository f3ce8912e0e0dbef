using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class UploadImageHandlerTests : IDisposable
{
    private readonly UploadScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Handle_WhenAllGoesWell_ShouldTakeTheStepsInTheirOrder()
    {
        await _scene.SendAsync();

        var (source, hash) = (_scene.Source, _scene.Upload.Hash);
        Received.InOrder(() =>
        {
            _scene.Store.StageAsync(_scene.Content, _scene.Limits.MaxFileBytes, Arg.Any<CancellationToken>());
            _scene.Catalog.FindDuplicateAsync(Actors.Administrator.Account, hash, Arg.Any<CancellationToken>());
            _scene.Upload.OpenRead();
            _scene.Converter.Begin(source);
            _scene.Job.InspectAsync(Arg.Any<CancellationToken>());
            _scene.Job.ConvertAsync(Arg.Any<CancellationToken>());
            _ = _scene.Job.DisposeAsync().AsTask();
            _scene.Store.CommitAsync(_scene.Upload, Arg.Any<Image>(), _scene.Converted.Renditions, Arg.Any<CancellationToken>());
            _scene.Catalog.AddAsync(Arg.Any<Image>(), StorageQuota.None, CancellationToken.None);
            _ = _scene.Upload.DisposeAsync().AsTask();
        });
    }

    [Fact]
    public async Task Handle_WhenAllGoesWell_ShouldSayCreatedWithTheImageThatWasKept()
    {
        var result = await _scene.SendAsync();

        Assert.Equal(ResultStatus.Created, result.Status);
        Assert.Equal(new UploadedImage(_scene.Committed, Duplicate: false), result.Value);
        await _scene.Catalog.Received(1).AddAsync(_scene.Committed, StorageQuota.None, Arg.Any<CancellationToken>());
        await _scene.Store.DidNotReceiveWithAnyArgs().DeleteAsync(default, default);
    }

    [Fact]
    public async Task Handle_WhenAllGoesWell_ShouldDescribeTheImageByWhatWasMade()
    {
        await _scene.SendAsync();

        Assert.Equal(
            new Image
            {
                Id = _scene.Committed.Id,
                Name = "vacaciones",
                FileName = "vacaciones.jpg",
                Owner = Actors.Administrator.Account,
                CreatedAt = ImageFactory.Noon,
                Width = 640,
                Height = 480,
                Frames = 1,
                Placeholder = _scene.Converted.Placeholder,
                Source = new ImageSource(ImageFormat.Jpeg, 3, _scene.Upload.Hash, Kept: false),
                Conversion = _scene.Converted.Report,
                Renditions = [.. _scene.Converted.Renditions.Select(rendition => rendition.Facts)],
            },
            _scene.Committed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_WhenThePolicyIsAboutOriginals_ShouldSayWhetherItIsKept(bool keeps)
    {
        _scene.Keep = new KeepPolicy(Original: keeps, Location: false);

        await _scene.SendAsync();

        Assert.Equal(keeps, _scene.Committed.Source.Kept);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_WhenTheCameraSaysWhereItWas_ShouldKeepThatOnlyWhereThePolicySaysSo(bool keeps)
    {
        var photo = new PhotoFacts { Iso = 400, Position = new GeoPosition(40.4, -3.7) };
        _scene.Keep = new KeepPolicy(Original: false, Location: keeps);
        _scene.ConversionEnds(_scene.Converted with { Photo = photo });

        await _scene.SendAsync();

        Assert.Equal(keeps ? photo : new PhotoFacts { Iso = 400 }, _scene.Committed.Photo);
    }

    [Fact]
    public async Task Handle_WhenThePositionIsAllTheCameraSays_ShouldKnowNothing()
    {
        _scene.ConversionEnds(_scene.Converted with { Photo = new PhotoFacts { Position = new GeoPosition(40.4, -3.7) } });

        await _scene.SendAsync();

        Assert.Null(_scene.Committed.Photo);
    }

    [Fact]
    public async Task Handle_WhenSentTwice_ShouldGiveEachImageItsOwnId()
    {
        var first = await _scene.SendAsync();
        var second = await _scene.SendAsync();

        Assert.NotEqual(first.Value.Image.Id, second.Value.Image.Id);
    }

    [Fact]
    public async Task Handle_WhenTheSenderSaysNameAndAlt_ShouldKeepThem()
    {
        await _scene.SendAsync(new UploadDetails("Playa", "A beach at noon", "public"));

        Assert.Equal(("Playa", "A beach at noon", Visibility.Public), (_scene.Committed.Name, _scene.Committed.Alt, _scene.Committed.Visibility));
    }

    [Fact]
    public async Task Handle_WhenNameAndAltAreBlank_ShouldNameItAfterTheFileAndDescribeNothing()
    {
        await _scene.SendAsync(new UploadDetails("  ", "\t", ""));

        Assert.Equal(("vacaciones", null), (_scene.Committed.Name, _scene.Committed.Alt));
    }

    [Fact]
    public async Task Handle_WhenTheConversionIsDone_ShouldEndTheJobBeforeTheSourceIsClosed()
    {
        var wasOpen = false;
        _scene.Job.When(job => _ = job.DisposeAsync().AsTask()).Do(_ => wasOpen = _scene.Source.CanRead);

        await _scene.SendAsync();

        Assert.True(wasOpen);
        Assert.False(_scene.Source.CanRead, "The source was left open.");
    }

    [Fact]
    public async Task Handle_WhenTheDetailsAreNotThereYet_ShouldReadTheContentFirst()
    {
        var details = new TaskCompletionSource<UploadDetails>();

        var handling = _scene.HandleAsync(_scene.Command(details.Task));

        await _scene.Store.Received(1).StageAsync(_scene.Content, Arg.Any<long>(), Arg.Any<CancellationToken>());
        Assert.False(handling.IsCompleted);
        Assert.Empty(_scene.Converter.ReceivedCalls());
        details.SetResult(new UploadDetails("late"));
        Assert.Equal("late", (await handling).Value.Image.Name);
    }

    [Fact]
    public async Task Handle_WhenTheContentIsNotReadYet_ShouldNotWaitForTheDetails()
    {
        var staging = new TaskCompletionSource<StageResult>();
        _scene.Store.StageAsync(default!, default, default).ReturnsForAnyArgs(staging.Task);
        var handling = _scene.HandleAsync(_scene.Command(Task.FromException<UploadDetails>(new InvalidDataException())));

        Assert.False(handling.IsCompleted);
        staging.SetResult(new StageResult(StageOutcome.Staged, _scene.Upload));

        await Assert.ThrowsAsync<InvalidDataException>(() => handling);
        await _scene.Upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheSourceIsThereAlready_ShouldGiveTheOldImageAndConvertNothing()
    {
        var twin = ImageFactory.Create();
        _scene.Catalog.FindDuplicateAsync(Actors.Administrator.Account, _scene.Upload.Hash, Arg.Any<CancellationToken>()).Returns(twin);

        var result = await _scene.SendAsync();

        Assert.Equal((ResultStatus.Ok, new UploadedImage(twin, Duplicate: true)), (result.Status, result.Value));
        Assert.Empty(_scene.Converter.ReceivedCalls());
        await _scene.Upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhenAnotherUploadOfTheSourceWasQuicker_ShouldGiveThatImageAndDeleteTheFiles()
    {
        var twin = ImageFactory.Create();
        _scene.AddingEnds(CatalogOutcome.Duplicate, twin);

        var result = await _scene.SendAsync();

        Assert.Equal((ResultStatus.Ok, new UploadedImage(twin, Duplicate: true)), (result.Status, result.Value));
        await _scene.Store.Received(1).DeleteAsync(_scene.Committed.Id, CancellationToken.None);
    }

    [Fact]
    public async Task Handle_WhenTheFilesOfATwinCannotBeDeleted_ShouldGiveTheOtherImageAllTheSame()
    {
        var twin = ImageFactory.Create();
        _scene.AddingEnds(CatalogOutcome.Duplicate, twin);
        _scene.Store.DeleteAsync(default, default).ReturnsForAnyArgs(Task.FromException(new IOException("broken disk")));

        var result = await _scene.SendAsync();

        Assert.Equal(new UploadedImage(twin, Duplicate: true), result.Value);
        Assert.Contains(_scene.Committed.Id.ToString(), Assert.Single(_scene.Log.Entries).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await _scene.HandleAsync(_scene.Command(Task.FromResult(new UploadDetails()), Actor.System));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_scene.Store.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheCatalogueSaysWhatItCannot_ShouldThrow()
    {
        _scene.AddingEnds(CatalogOutcome.Missing);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _scene.SendAsync());
    }

    [Fact]
    public async Task Handle_WhenAStepFaults_ShouldLetTheFaultThroughAndGiveUpTheBytes()
    {
        _scene.Store.CommitAsync(default!, default!, default!, default).ReturnsForAnyArgs<CommitOutcome>(_ => throw new IOException("broken disk"));

        await Assert.ThrowsAsync<IOException>(() => _scene.SendAsync());

        await _scene.Catalog.DidNotReceiveWithAnyArgs().AddAsync(default!, default!, default);
        await _scene.Upload.Received(1).DisposeAsync();
    }
}
