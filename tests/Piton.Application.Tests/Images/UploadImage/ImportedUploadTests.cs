using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>Uploads of pictures that another installation had.</summary>
public sealed class ImportedUploadTests : IDisposable
{
    private static readonly AccountId Ana = new(7);
    private static readonly DateTimeOffset Then = new(2025, 5, 27, 10, 15, 30, TimeSpan.Zero);

    private readonly UploadScene _scene = new();

    public ImportedUploadTests() => _scene.LetIn(Ana);

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Handle_WhenAPictureIsImported_ShouldKeepItsDateAndOldNameAndGiveItToItsOwner()
    {
        var result = await HandleAsync(Actor.Operator);

        Assert.Equal(ResultStatus.Created, result.Status);
        Assert.Equal((Ana, Then, "a.webp"), (_scene.Committed.Owner, _scene.Committed.CreatedAt, Assert.Single(_scene.Committed.OldNames)));
    }

    [Fact]
    public async Task Handle_WhenTheOwnerHasTheSameBytes_ShouldLetThatImageAnswerToTheOldNameToo()
    {
        var twin = ImageFactory.Create() with { OldNames = ["first.webp"] };
        Image? changed = null;
        _scene.Catalog.FindDuplicateAsync(Ana, Arg.Any<ContentHash>(), Arg.Any<CancellationToken>()).Returns(twin);
        _scene.Catalog.UpdateAsync(twin.Id, Arg.Any<Func<Image, Image?>>(), Arg.Any<CancellationToken>())
            .Returns(call => new CatalogChange(CatalogOutcome.Done, changed = call.Arg<Func<Image, Image?>>()(twin)));

        var result = await HandleAsync(Actor.Operator);

        Assert.True(result.Value.Duplicate);
        Assert.Equal(["first.webp", "a.webp"], changed!.OldNames);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_WhenAnotherPictureAnswersAtTheOldName_ShouldSayWhich(bool isThere)
    {
        var other = ImageFactory.Create() with { Id = ImageId.New(), OldNames = ["a.webp"] };
        _scene.Catalog.FindByOldNameAsync("a.webp", Arg.Any<CancellationToken>()).Returns(other);
        if (isThere)
        {
            _scene.Catalog.FindDuplicateAsync(Ana, Arg.Any<ContentHash>(), Arg.Any<CancellationToken>()).Returns(ImageFactory.Create() with { OldNames = ["a.webp"] });
        }

        var result = await HandleAsync(Actor.Operator);

        Assert.Equal((isThere, other.Id), (result.Value.Duplicate, result.Value.AtOldAddress!.Value));
    }

    [Fact]
    public async Task Handle_WhenTheImageHasTooManyOldNames_ShouldRefuseOneMore()
    {
        var twin = ImageFactory.Create() with { OldNames = [.. Enumerable.Range(0, OldName.MaxOfAnImage).Select(number => $"{number}.webp")] };
        _scene.Catalog.FindDuplicateAsync(Ana, Arg.Any<ContentHash>(), Arg.Any<CancellationToken>()).Returns(twin);
        _scene.Catalog.UpdateAsync(twin.Id, Arg.Any<Func<Image, Image?>>(), Arg.Any<CancellationToken>())
            .Returns(call => new CatalogChange(CatalogOutcome.Done, call.Arg<Func<Image, Image?>>()(twin)));

        Assert.Equal(ResultStatus.Conflict, (await HandleAsync(Actor.Operator)).Status);
    }

    [Fact]
    public async Task Handle_WhenAnybodyButTheOperatorImports_ShouldRefuse()
    {
        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actors.Administrator)).Status);
        Assert.Empty(_scene.Store.ReceivedCalls());
    }

    private Task<Result<UploadedImage>> HandleAsync(Actor actor) => _scene.HandleAsync(
        _scene.Command(Task.FromResult(new UploadDetails()), actor) with { Imported = new ImportedFacts(Ana, Then, "a.webp") });
}
