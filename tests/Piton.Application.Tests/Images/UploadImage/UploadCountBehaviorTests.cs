using Ardalis.Result;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Application.Tests.Behaviors;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class UploadCountBehaviorTests : IDisposable
{
    private readonly UploadScene _scene = new();
    private readonly CountedMeasurements _uploads = new("piton.uploads");

    public static TheoryData<Result<UploadedImage>, string> Outcomes()
    {
        var image = ImageFactory.Create();
        return new()
        {
            { Result.Created(new UploadedImage(image, Duplicate: false)), "created" },
            { new UploadedImage(image, Duplicate: true), "duplicate" },
            { Result.Invalid(new Refusal(ErrorCode.BrokenImage, "file", "broken")), "refused" },
            { Result.Forbidden(), "refused" },
            { Unavailable.Busy(), "unavailable" },
            { Result.Error(), "failed" },
        };
    }

    public void Dispose()
    {
        _uploads.Dispose();
        _scene.Dispose();
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Handle_WhenAnUploadEnds_ShouldCountItByWhatBecameOfIt(Result<UploadedImage> result, string outcome)
    {
        await HandleAsync(() => Task.FromResult(result));

        Assert.Equal([(1L, $"outcome={outcome}")], _uploads.All);
    }

    [Fact]
    public async Task Handle_WhenAnImageIsNew_ShouldCountTheBytesOfItsSourceAndOfItsLargestRendition()
    {
        using var source = new CountedMeasurements("piton.uploads.source");
        using var full = new CountedMeasurements("piton.uploads.full");
        var image = ImageFactory.Create();

        await HandleAsync(() => Task.FromResult(Result.Created(new UploadedImage(image, Duplicate: false))));
        await HandleAsync(() => Task.FromResult(Result.Success(new UploadedImage(image, Duplicate: true))));

        Assert.Equal(image.Source.Bytes, Assert.Single(source.All).Value);
        Assert.Equal(image.Source.Bytes - image.Conversion.SavedBytes, Assert.Single(full.All).Value);
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUp_ShouldCountThatAndLetTheCancellationThrough()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => HandleAsync(() => throw new OperationCanceledException(), new CancellationToken(canceled: true)));

        Assert.Equal("outcome=cancelled", Assert.Single(_uploads.All).Tags);
    }

    [Fact]
    public async Task Handle_WhenTheHandlerFaults_ShouldCountThatAndLetTheFaultThrough()
    {
        await Assert.ThrowsAsync<IOException>(() => HandleAsync(() => throw new IOException()));

        Assert.Equal("outcome=failed", Assert.Single(_uploads.All).Tags);
    }

    private Task<Result<UploadedImage>> HandleAsync(MediatR.RequestHandlerDelegate<Result<UploadedImage>> next, CancellationToken cancellationToken = default) =>
        new UploadCountBehavior().Handle(_scene.Command(Task.FromResult(new UploadDetails())), cancellationToken, next);
}
