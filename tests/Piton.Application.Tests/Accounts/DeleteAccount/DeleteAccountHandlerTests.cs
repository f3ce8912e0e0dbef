using Ardalis.Result;
using NSubstitute;
using NSubstitute.Extensions;
using Piton.Application.Accounts;
using Piton.Application.Accounts.DeleteAccount;
using Piton.Application.Images;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Accounts.DeleteAccount;

public sealed class DeleteAccountHandlerTests
{
    private readonly AccountScene _scene = new();
    private readonly Dictionary<ImageId, Image> _images = [];
    private readonly IImageCatalog _catalog = Substitute.For<IImageCatalog>();
    private readonly IImageListing _listing = Substitute.For<IImageListing>();
    private CatalogOutcome _imagesEnd = CatalogOutcome.Done;

    public DeleteAccountHandlerTests()
    {
        _listing.PageAsync(default!, default).ReturnsForAnyArgs(call => Page(call.Arg<CatalogQuery>()));
        _catalog.UpdateAsync(default, default!, default).ReturnsForAnyArgs(call => Change(call.Arg<ImageId>(), call.Arg<Func<Image, Image?>>()));
    }

    [Theory]
    [InlineData(Role.Pending)]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Janitor)]
    [InlineData(Role.Moderator)]
    public async Task Handle_WhenThePasswordIsRight_ShouldForgetTheAccountAndEndItsSessions(Role role)
    {
        var (account, other) = (_scene.Add(role), _scene.Add());
        var (here, _, anothers) = (_scene.Open(account), _scene.Open(account), _scene.Open(other));

        var result = await HandleAsync(AccountScene.SignedIn(account, here));

        Assert.Equal(0, result.Value);
        Assert.Equal([other], _scene.Access.Accounts);
        Assert.Equal([anothers], _scene.Access.Sessions);
        Assert.Equal((account.Id, AuditAction.AccountDeleted, account.Email, "0 images to the trash"), _scene.Audited());
        _scene.AssertNowhere(AccountScene.Password);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(450)]
    public async Task Handle_WhenThereAreImages_ShouldMoveEachOfItsOwnToTheTrash(int count)
    {
        var account = _scene.Add();
        Keep(count, account.Id);
        var others = Keep(1, Actors.Stranger.Account);
        var nobodys = Keep(1, null);
        var trashed = Keep(1, account.Id, AccountScene.Noon.AddDays(-3));

        Assert.Equal(count, (await HandleAsync(AccountScene.SignedIn(account))).Value);

        Assert.Equal(count, _images.Values.Count(image => image.Owner == account.Id && image.DeletedAt == AccountScene.Noon));
        Assert.All(others.Concat(nobodys).Concat(trashed), image => Assert.Equal(image, _images[image.Id]));
        Assert.Equal($"{count} images to the trash", _scene.Audited().Detail);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenTheImagesCannotBeWritten_ShouldSaySoAndLeaveTheAccountAsItIs(CatalogOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        Keep(450, account.Id);
        _imagesEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account, session))));

        Assert.Equal([account], _scene.Access.Accounts);
        Assert.Equal([session], _scene.Access.Sessions);
        Assert.Empty(_scene.Access.Entries);
        await _listing.ReceivedWithAnyArgs(1).PageAsync(default!, default);
    }

    [Fact]
    public async Task Handle_WhenTheImagesCannotBeRead_ShouldLeaveTheAccountToTryAgain()
    {
        var account = _scene.Add();
        _listing.Configure().PageAsync(default!, default).ReturnsForAnyArgs<CatalogPage>(_ => throw new IOException("broken disk"));

        await Assert.ThrowsAsync<IOException>(() => HandleAsync(AccountScene.SignedIn(account)));

        Assert.Equal([account], _scene.Access.Accounts);
    }

    [Fact]
    public async Task Handle_WhenAnUploadEndsMeanwhile_ShouldMoveThatToTheTrashAsWell()
    {
        var account = _scene.Add();
        Keep(1, account.Id);
        _scene.Access.BeforeWrite = () => Keep(_images.Count == 1 ? 1 : 0, account.Id);

        Assert.Equal(2, (await HandleAsync(AccountScene.SignedIn(account))).Value);

        Assert.All(_images.Values, image => Assert.True(image.IsInTrash));
    }

    [Fact]
    public async Task Handle_WhenWhatEndsMeanwhileCannotBeMoved_ShouldSayThatInTheAuditLog()
    {
        var account = _scene.Add();
        Keep(1, account.Id);
        _scene.Access.BeforeWrite = () =>
        {
            Keep(_images.Count == 1 ? 1 : 0, account.Id);
            _imagesEnd = CatalogOutcome.DiskFull;
        };

        Assert.Equal(1, (await HandleAsync(AccountScene.SignedIn(account))).Value);

        Assert.Equal("1 images to the trash; what was uploaded meanwhile could not be moved", _scene.Audited().Detail);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Handle_WhenThePasswordIsWrong_ShouldRefuseAndCount(string? password)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        var images = Keep(1, account.Id);

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account, session), password)));

        Assert.Equal(account with { FailedKnownSignIns = 1 }, _scene.Now(account));
        Assert.Equal([session], _scene.Access.Sessions);
        Assert.Equal(images, _images.Values);
        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenLockedOrResetWhileThePasswordIsHashed_ShouldRefuseTheRightOne()
    {
        var account = _scene.Add();
        Account[] changes = [account with { KnownLockedUntil = AccountScene.Noon.AddMinutes(5) }, account with { SecurityStamp = "another" }];

        foreach (var changed in changes)
        {
            _scene.Access.Put(account);
            _scene.Credentials.Meanwhile = () => _scene.Access.Put(changed);

            Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));
            Assert.Equal(account.AuthenticatorKey, _scene.Now(account).AuthenticatorKey);
        }

        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsLocked_ShouldRefuseTheRightPassword()
    {
        var account = _scene.Add(change: it => it with { KnownLockedUntil = AccountScene.Noon.AddTicks(1) });

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenItIsTheLastAdministrator_ShouldRefuseAndLeaveAllAsItIs()
    {
        var administrator = _scene.Add(Role.Administrator);
        var session = _scene.Open(administrator);
        var images = Keep(1, administrator.Id);

        var result = await HandleAsync(AccountScene.SignedIn(administrator, session));

        Assert.Equal((ErrorCode.LastAdministrator, "role"), Refused.By(result));
        Assert.Equal([session], _scene.Access.Sessions);
        Assert.Equal(images, _images.Values);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyAdministratorsLeaveAtOnce_ShouldKeepOne()
    {
        Account[] administrators = [.. Enumerable.Range(0, 50).Select(_ => _scene.Add(Role.Administrator))];

        var results = await AccountScene.FiftyAtOnceAsync(i => HandleAsync(AccountScene.SignedIn(administrators[i])));

        Assert.Equal((ErrorCode.LastAdministrator, "role"), Refused.By(Assert.Single(results, result => !result.IsSuccess)));
        Assert.True(Assert.Single(_scene.Access.Accounts).IsActiveAdministrator);
        Assert.Equal(49, _scene.Access.Entries.Count);
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotByHand(_scene.Add()))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
        }

        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheAccountsCannotBeWritten_ShouldSaySoAndLeaveThem(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account, session))));

        Assert.Equal([session], _scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    private Image[] Keep(int count, AccountId? owner, DateTimeOffset? deletedAt = null)
    {
        Image[] images = [.. Enumerable.Range(0, count).Select(_ => ImageFactory.Create() with
        {
            Owner = owner,
            DeletedAt = deletedAt,
            Visibility = Visibility.Private,
        })];
        Array.ForEach(images, image => _images.Add(image.Id, image));
        return images;
    }

    private CatalogPage Page(CatalogQuery query)
    {
        var found = _images.Values.Where(image => image.IsInTrash == query.Trashed && query.Scope.Contains(image)).ToArray();
        var items = found.Take(query.Limit).ToArray();
        return new CatalogPage(items, found.Length > items.Length ? CatalogCursor.Behind(items[^1], query.Sort) : null, found.Length);
    }

    private CatalogChange Change(ImageId id, Func<Image, Image?> change)
    {
        if (_imagesEnd != CatalogOutcome.Done)
        {
            return new CatalogChange(_imagesEnd, null);
        }

        _images[id] = change(_images[id])!;
        return new CatalogChange(CatalogOutcome.Done, _images[id]);
    }

    private Task<Result<int>> HandleAsync(Actor actor, string? password = AccountScene.Password) =>
        new DeleteAccountHandler(_scene.Access, _scene.Access, _scene.Access, _scene.Credentials, new TrashMove(_catalog, _listing, _scene.Clock), _scene.Audit, _scene.Clock).Handle(
            new DeleteAccountCommand(actor, password), CancellationToken.None);
}
