using Ardalis.Result;
using NSubstitute;
using Piton.Application.Library.VerifyLibrary;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Tests.Library.VerifyLibrary;

public sealed class VerifyLibraryHandlerTests
{
    private readonly ILibraryInspector _inspector = Substitute.For<ILibraryInspector>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_WhenPitonItselfAsks_ShouldReportWhatWasFound(bool repair)
    {
        var found = new LibraryReport(1, 2, 3, [new LibraryDefect(DefectKind.FileMissing, "uploads/ab", "gone")]);
        using var cancellation = new CancellationTokenSource();
        var progress = new Progress<LibraryProgress>();
        (repair ? _inspector.RepairAsync(progress, cancellation.Token) : _inspector.InspectAsync(progress, cancellation.Token)).Returns(found);

        var result = await new VerifyLibraryHandler(_inspector)
            .Handle(new VerifyLibraryCommand(Actor.System, repair, progress), cancellation.Token);

        Assert.Same(found, result.Value);
    }

    [Fact]
    public async Task Handle_WhenAnyoneElseAsks_ShouldRefuseAndLookAtNothing()
    {
        var result = await new VerifyLibraryHandler(_inspector)
            .Handle(new VerifyLibraryCommand(Actor.Anonymous, Repair: true), CancellationToken.None);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_inspector.ReceivedCalls());
    }
}
