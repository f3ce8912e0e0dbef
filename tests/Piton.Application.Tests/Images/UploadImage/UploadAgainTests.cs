using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>Uploads that are sent again under their key.</summary>
public sealed class UploadAgainTests : IDisposable
{
    private readonly UploadScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Handle_WhenTheSameComesAgain_ShouldAnswerLikeTheFirstWithoutConverting()
    {
        var first = await SendAsync("k");
        _scene.Catalog.GetAsync(first.Value.Image.Id, Arg.Any<CancellationToken>()).Returns(first.Value.Image);

        var again = await SendAsync("k");

        Assert.Equal(first.Value, again.Value);
        _scene.Converter.ReceivedWithAnyArgs(1).Begin(default!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handle_WhenTheImageWasDeleted_ShouldUploadAnew(bool isInTrash)
    {
        var first = await SendAsync("k");
        _scene.Catalog.GetAsync(default, default).ReturnsForAnyArgs(isInTrash ? first.Value.Image.MoveToTrash(DateTimeOffset.UnixEpoch) : null);

        Assert.Equal(ResultStatus.Created, (await SendAsync("k")).Status);
        _scene.Converter.ReceivedWithAnyArgs(2).Begin(default!);
    }

    [Theory]
    [InlineData("bytes")]
    [InlineData("name")]
    [InlineData("alt")]
    [InlineData("visibility")]
    public async Task Handle_WhenSomethingElseComesWithTheKey_ShouldRefuse(string what)
    {
        await SendAsync("k");
        if (what == "bytes")
        {
            _scene.Upload.Hash.Returns(ContentHash.Of([9]));
        }

        var again = await SendAsync("k", what switch
        {
            "name" => new UploadDetails(Name: "other"),
            "alt" => new UploadDetails(Alt: "other"),
            "visibility" => new UploadDetails(Visibility: "private"),
            _ => new UploadDetails(),
        });

        Assert.Equal((ErrorCode.IdempotencyKeyReused, "Idempotency-Key"), Refused.By(again));
    }

    [Fact]
    public async Task Handle_WhenTheFirstIsUnderWay_ShouldRefuseAtOnce()
    {
        var details = new TaskCompletionSource<UploadDetails>();
        var first = _scene.HandleAsync(_scene.Command(details.Task, key: "k"));

        var second = await SendAsync("k");
        details.SetResult(new UploadDetails());

        Assert.Equal((ErrorCode.IdempotencyKeyInUse, "Idempotency-Key"), Refused.By(second));
        Assert.True((await first).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenTheFirstWasRefused_ShouldTakeTheKeyForNew()
    {
        _scene.AddingEnds(CatalogOutcome.DiskFull);
        await SendAsync("k");
        _scene.AddingEnds(CatalogOutcome.Done);
        _scene.Upload.Hash.Returns(ContentHash.Of([9]));

        Assert.Equal(ResultStatus.Created, (await SendAsync("k")).Status);
    }

    private Task<Result<UploadedImage>> SendAsync(string key, UploadDetails? details = null) =>
        _scene.HandleAsync(_scene.Command(Task.FromResult(details ?? new UploadDetails()), key: key));
}
