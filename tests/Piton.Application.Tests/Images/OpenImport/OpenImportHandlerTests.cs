using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.OpenImport;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.OpenImport;

public sealed class OpenImportHandlerTests
{
    private readonly IImportSource _source = Substitute.For<IImportSource>();
    private readonly ImportItem _item = new("a.jpg", "a.jpg", ImageFactory.Noon, null);

    [Fact]
    public async Task Handle_WhenTheOperatorAsks_ShouldOpenTheFile()
    {
        using var content = new MemoryStream();
        _source.Open(Arg.Any<ImportListing>(), _item).Returns(new OpenedImport(content, null));

        Assert.Same(content, (await HandleAsync(Actor.Operator)).Value.Content);
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuseAndOpenNothing()
    {
        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actors.Administrator)).Status);
        Assert.Empty(_source.ReceivedCalls());
    }

    private Task<Result<OpenedImport>> HandleAsync(Actor actor) =>
        new OpenImportHandler(_source).Handle(new OpenImportQuery(actor, new ImportListing("/old", [_item], []), _item), CancellationToken.None);
}
