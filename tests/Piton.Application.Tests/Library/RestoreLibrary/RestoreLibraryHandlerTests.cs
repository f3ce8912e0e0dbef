using Ardalis.Result;
using NSubstitute;
using Piton.Application.Library.RestoreLibrary;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Tests.Library.RestoreLibrary;

public sealed class RestoreLibraryHandlerTests
{
    private readonly ILibraryBackup _backup = Substitute.For<ILibraryBackup>();

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldReportWhatWasFound()
    {
        var found = new LibraryReport(1, 2, 3, [new LibraryDefect(DefectKind.FileMissing, "uploads/ab", "gone")]);
        var progress = new Progress<LibraryProgress>();
        using var cancellation = new CancellationTokenSource();
        _backup.RestoreAsync("/mnt/disk", true, progress, cancellation.Token).Returns(found);

        var result = await new RestoreLibraryHandler(_backup).Handle(new RestoreLibraryCommand(Actor.System, "/mnt/disk", EvenIfDamaged: true, progress), cancellation.Token);

        Assert.Same(found, result.Value);
    }

    [Fact]
    public async Task Handle_WhenAnAdministratorAsks_ShouldRefuseAndLookAtNothing()
    {
        var result = await new RestoreLibraryHandler(_backup).Handle(new RestoreLibraryCommand(Actors.Administrator, "/mnt/disk"), CancellationToken.None);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_backup.ReceivedCalls());
    }
}
