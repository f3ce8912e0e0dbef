using Ardalis.Result;
using NSubstitute;
using Piton.Application.Library.CompactLibrary;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Tests.Library.CompactLibrary;

public sealed class CompactLibraryHandlerTests
{
    private readonly ILibraryInspector _inspector = Substitute.For<ILibraryInspector>();
    private readonly ILibraryHealth _health = Substitute.For<ILibraryHealth>();

    [Fact]
    public async Task Handle_WhenTheOperatorAsks_ShouldSayWhatWasWrittenAnew()
    {
        IReadOnlyList<CompactedLog> logs = [new("images.jsonl", 200, 100)];
        _inspector.CompactAsync(Arg.Any<CancellationToken>()).Returns(logs);

        Assert.Same(logs, (await HandleAsync(Actor.Operator)).Value);
    }

    [Fact]
    public async Task Handle_WhenTheLibraryIsReadOnly_ShouldWriteNothing()
    {
        _health.IsReadOnly.Returns(true);

        Assert.Equal(ResultStatus.Unavailable, (await HandleAsync(Actor.Operator)).Status);
        Assert.Empty(_inspector.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse() => Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actors.Administrator)).Status);

    private Task<Result<IReadOnlyList<CompactedLog>>> HandleAsync(Actor actor) =>
        new CompactLibraryHandler(_inspector, _health).Handle(new CompactLibraryCommand(actor), CancellationToken.None);
}
