using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.ListImport;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.ListImport;

public sealed class ListImportHandlerTests
{
    private readonly IImportSource _source = Substitute.For<IImportSource>();

    [Fact]
    public async Task Handle_WhenTheOperatorAsks_ShouldGiveWhatThereIs()
    {
        var listing = new ImportListing("/old", [], []);
        _source.ListAsync("/old", Arg.Any<CancellationToken>()).Returns(listing);
        _source.ListAsync("/none", Arg.Any<CancellationToken>()).Returns((ImportListing?)null);

        Assert.Same(listing, (await HandleAsync(Actor.Operator, "/old")).Value);
        Assert.Contains("/none", (await HandleAsync(Actor.Operator, "/none")).Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuseAndLookAtNothing()
    {
        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actors.Administrator, "/etc")).Status);
        Assert.Empty(_source.ReceivedCalls());
    }

    private Task<Result<ImportListing>> HandleAsync(Actor actor, string folder) =>
        new ListImportHandler(_source).Handle(new ListImportQuery(actor, folder), CancellationToken.None);
}
