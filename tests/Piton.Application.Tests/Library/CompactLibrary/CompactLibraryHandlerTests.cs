using Ardalis.Result;
using NSubstitute;
using Piton.Application.Library.CompactLibrary;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Tests.Library.CompactLibrary;

public sealed class CompactLibraryHandlerTests
{
    private readonly ILibraryCompaction _compaction = Substitute.For<ILibraryCompaction>();
    private readonly ILibraryHealth _health = Substitute.For<ILibraryHealth>();

    [Fact]
    public async Task Handle_WhenTheOperatorAsks_ShouldSayWhatWasWrittenAnew()
    {
        IReadOnlyList<CompactedLog> logs = [new("images.jsonl", 200, 100)];
        _compaction.CompactAsync(Arg.Any<CancellationToken>()).Returns(logs);

        Assert.Same(logs, (await HandleAsync(Actor.Operator)).Value);
    }

    [Fact]
    public async Task Handle_WhenTheLibraryIsReadOnly_ShouldWriteNothing()
    {
        _health.IsReadOnly.Returns(true);

        Assert.Equal(ResultStatus.Unavailable, (await HandleAsync(Actor.Operator)).Status);
        Assert.Empty(_compaction.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse() => Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actors.Administrator)).Status);

    private Task<Result<IReadOnlyList<CompactedLog>>> HandleAsync(Actor actor) =>
        new CompactLibraryHandler(_compaction, _health).Handle(new CompactLibraryCommand(actor), CancellationToken.None);
}
