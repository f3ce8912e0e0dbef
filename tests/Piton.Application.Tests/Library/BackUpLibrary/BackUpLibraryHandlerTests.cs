using Ardalis.Result;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Piton.Application.Library.BackUpLibrary;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Tests.Library.BackUpLibrary;

public sealed class BackUpLibraryHandlerTests
{
    private readonly ILibraryBackup _backup = Substitute.For<ILibraryBackup>();
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldMakeItAndWriteDownWhereItWent()
    {
        var made = new BackupReport(1, 2, 3, 1, 3, IsNew: true, []);
        var progress = new Progress<LibraryProgress>();
        using var cancellation = new CancellationTokenSource();
        _backup.BackUpAsync("/mnt/disk", true, progress, cancellation.Token).Returns(made);

        var result = await new BackUpLibraryHandler(_backup, _scene.Audit)
            .Handle(new BackUpLibraryCommand(Actor.System, "/mnt/disk", MustExist: true, progress), cancellation.Token);

        Assert.Same(made, result.Value);
        var entry = Assert.Single(_scene.Access.Entries);
        Assert.Equal(("library_backed_up", "1 images", "/mnt/disk"), (entry.Action, entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task Handle_WhenItCannotBeMade_ShouldWriteNothingDown()
    {
        _backup.BackUpAsync("/mnt/disk", false, null, CancellationToken.None).ThrowsAsync(new LibraryException("No room."));

        await Assert.ThrowsAsync<LibraryException>(() => new BackUpLibraryHandler(_backup, _scene.Audit)
            .Handle(new BackUpLibraryCommand(Actor.System, "/mnt/disk"), CancellationToken.None));

        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenAnAdministratorAsks_ShouldRefuseAndCopyNothing()
    {
        var result = await new BackUpLibraryHandler(_backup, _scene.Audit)
            .Handle(new BackUpLibraryCommand(Actors.Administrator, "/mnt/disk"), CancellationToken.None);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_backup.ReceivedCalls());
        Assert.Empty(_scene.Access.Entries);
    }
}
