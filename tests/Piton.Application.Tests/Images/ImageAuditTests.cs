using Piton.Application.Images.DeleteImage;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Images.EditImage;
using Piton.Application.Images.EmptyTrash;
using Piton.Application.Images.RestoreImage;
using Piton.Application.Images.RestoreImages;
using Piton.Application.Images.ShareImages;
using Piton.Application.Tests.Accounts;
using Piton.Application.Tests.Images.UploadImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images;

/// <summary>What is done to images is written down: who, what, to which, from where.</summary>
public sealed class ImageAuditTests : IDisposable
{
    private static readonly Actor Ana = Actors.Administrator with { Name = "Ana", Address = "192.0.2.7" };

    private readonly AccountScene _house = new();
    private readonly UploadScene _upload = new();
    private readonly Image _image = ImageFactory.Create("vacaciones");

    public static TheoryData<AuditOutcome> Faults => [AuditOutcome.DiskFull, AuditOutcome.ReadOnly];

    public void Dispose() => _upload.Dispose();

    [Fact]
    public async Task Upload_WhenItIsKept_ShouldBeWrittenDown()
    {
        await _upload.HandleAsync(_upload.Command(Task.FromResult(new Application.Images.UploadImage.UploadDetails()), Ana));

        var entry = Assert.Single(_upload.House.Access.Entries);
        Assert.Equal(
            ("image_uploaded", $"{_upload.Committed.Id}", "vacaciones", Ana.Account, "Ana", "192.0.2.7"),
            (entry.Action, entry.Subject, entry.Detail, entry.Account, entry.Name, entry.Address));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Upload_WhenTheLogTakesNoMore_ShouldBeAcknowledgedAllTheSame(AuditOutcome outcome)
    {
        _upload.House.Access.AuditEnds = outcome;

        Assert.Equal(Ardalis.Result.ResultStatus.Created, (await _upload.SendAsync()).Status);
        Assert.Single(_upload.House.Log.Entries);
    }

    [Theory]
    [InlineData(CatalogOutcome.Duplicate)]
    [InlineData(CatalogOutcome.DiskFull)]
    public async Task Upload_WhenNothingIsAdded_ShouldNotBeWrittenDown(CatalogOutcome outcome)
    {
        _upload.AddingEnds(outcome, _image);

        await _upload.SendAsync();

        Assert.Empty(_upload.House.Access.Entries);
    }

    [Fact]
    public async Task Edit_WhenItChangesSomething_ShouldSayWhat()
    {
        await EditAsync(new(Ana, _image.Id, "playa", "A beach", "private"));

        Assert.Equal(("image_edited", $"{_image.Id}", "name: “vacaciones” → “playa”, description, visibility: public → private"), Single());
    }

    [Fact]
    public async Task Edit_WhenItChangesNothing_ShouldNotBeWrittenDown()
    {
        await EditAsync(new(Ana, _image.Id, "vacaciones"));

        Assert.Empty(_house.Access.Entries);
    }

    [Fact]
    public async Task Delete_WhenItIsDone_ShouldBeWrittenDown()
    {
        await new DeleteImageHandler(CatalogDoubles.Holding(_image), _house.Audit, _house.Clock).Handle(new(Ana, _image.Id), CancellationToken.None);

        Assert.Equal(("image_deleted", $"{_image.Id}", "vacaciones"), Single());
    }

    [Fact]
    public async Task Restore_WhenItIsDone_ShouldBeWrittenDownAndNotWhereTheImageWasThere()
    {
        var trashed = ImageFactory.CreateTrashed();
        foreach (var image in new[] { trashed, _image })
        {
            await new RestoreImageHandler(CatalogDoubles.Holding(image), _house.Audit).Handle(new(Ana, image.Id), CancellationToken.None);
        }

        Assert.Equal(("image_restored", $"{trashed.Id}", trashed.Name), Single());
    }

    [Fact]
    public async Task Selection_WhenSomeAreChanged_ShouldBeOneEntryThatNamesThem()
    {
        var other = ImageFactory.Create("playa");
        ImageId[] ids = [_image.Id, ImageId.New(), other.Id];
        var catalog = CatalogDoubles.HoldingAll(_image, other);

        await new DeleteImagesHandler(catalog, _house.Audit, _house.Clock).Handle(new(Ana, ids), CancellationToken.None);
        await new RestoreImagesHandler(CatalogDoubles.HoldingAll(ImageFactory.CreateTrashed()), _house.Audit).Handle(new(Ana, ids), CancellationToken.None);
        await new ShareImagesHandler(catalog, _house.Audit).Handle(new(Ana, ids, "private"), CancellationToken.None);

        Assert.Equal(
            [("images_deleted", "2 images", $"{_image.Id} {other.Id}"), ("images_shared", "2 images", $"private: {_image.Id} {other.Id}")],
            _house.Access.Entries.Select(entry => (entry.Action, entry.Subject!, entry.Detail!)));
    }

    [Fact]
    public async Task Restored_WhenASelectionComesBack_ShouldBeOneEntry()
    {
        var trashed = ImageFactory.CreateTrashed();

        await new RestoreImagesHandler(CatalogDoubles.Holding(trashed), _house.Audit).Handle(new(Ana, [trashed.Id]), CancellationToken.None);

        Assert.Equal(("images_restored", "1 images", $"{trashed.Id}"), Single());
    }

    [Fact]
    public async Task Trash_WhenItIsEmptied_ShouldSayHowMany()
    {
        var scene = new TrashScene();

        await new EmptyTrashHandler(scene.Removal).Handle(new EmptyTrashCommand(Ana), CancellationToken.None);

        Assert.Equal([("trash_emptied", "2 images")], scene.House.Access.Entries.Select(entry => (entry.Action, entry.Subject!)));
    }

    [Fact]
    public async Task Trash_WhenNothingIsRemoved_ShouldNotBeWrittenDown()
    {
        var scene = new TrashScene { WritesEnd = CatalogOutcome.DiskFull };

        await new EmptyTrashHandler(scene.Removal).Handle(new EmptyTrashCommand(Ana), CancellationToken.None);

        Assert.Empty(scene.House.Access.Entries);
    }

    private Task EditAsync(EditImageCommand command) =>
        new EditImageHandler(CatalogDoubles.Holding(_image), _house.Audit).Handle(command, CancellationToken.None);

    private (string Action, string? Subject, string? Detail) Single()
    {
        var entry = Assert.Single(_house.Access.Entries);
        Assert.Equal(("Ana", "192.0.2.7"), (entry.Name, entry.Address));
        return (entry.Action, entry.Subject, entry.Detail);
    }
}
