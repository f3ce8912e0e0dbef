using Ardalis.Result;
using NSubstitute;
using Piton.Application.Accounts;
using Piton.Application.Accounts.GetAccount;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Accounts.GetAccount;

public sealed class GetAccountHandlerTests
{
    private readonly AccountScene _scene = new();
    private readonly IImageListing _images = Substitute.For<IImageListing>();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenItIsOnesOwn_ShouldGiveItWithWhatIsInTheLibraryOfIt(Role role)
    {
        var account = _scene.Add(role);
        var usage = new ImageUsage(3, 2000);
        _images.UsageAsync(account.Id, Arg.Any<CancellationToken>()).Returns(usage);

        var overview = (await HandleAsync(AccountScene.SignedIn(account), null)).Value;

        Assert.Equal((account, usage), (overview.Account, overview.Usage));
    }

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenItIsOnesOwn_ShouldGiveItsSessionsTheOneUsedLastFirst(Role role)
    {
        var (account, other) = (_scene.Add(role), _scene.Add());
        var first = _scene.Open(account);
        _scene.Clock.Advance(TimeSpan.FromHours(1));
        var (second, _) = (_scene.Open(account), _scene.Open(other));

        Assert.Equal([second, first], (await HandleAsync(AccountScene.SignedIn(account), null)).Value.Sessions);

        _scene.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal([second], (await HandleAsync(AccountScene.SignedIn(account), null)).Value.Sessions);
    }

    [Fact]
    public async Task Handle_WhenAnAdministratorAsks_ShouldGiveAnybodysWithoutTheSessions()
    {
        var account = _scene.Add();
        _scene.Open(account);

        Assert.Equal(account, (await HandleAsync(Actors.Administrator, account.Id)).Value.Account);
        Assert.Empty((await HandleAsync(Actors.Administrator, account.Id)).Value.Sessions);
        Assert.Equal(account, (await HandleAsync(Actor.System, account.Id)).Value.Account);
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Administrator, new AccountId(9))).Status);
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuseWhetherThereIsOneOrNot()
    {
        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, _scene.Add().Id)).Status);
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, new AccountId(9))).Status);
        }
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuseOnesOwn()
    {
        foreach (var actor in AccountScene.NotByHand(_scene.Add()))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, null)).Status);
        }
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsGone_ShouldNotFindIt() =>
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Visitor, null)).Status);

    private Task<Result<AccountOverview>> HandleAsync(Actor actor, AccountId? account) =>
        new GetAccountHandler(_scene.Access, _scene.Access, _images).Handle(new GetAccountQuery(actor, account), CancellationToken.None);
}
