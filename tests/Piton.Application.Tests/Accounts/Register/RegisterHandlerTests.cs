using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.Register;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.Register;

public sealed class RegisterHandlerTests
{
    private static readonly Actor Asking = Actor.Anonymous with { Address = "192.0.2.7" };

    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(Registration.Open, Role.Visitor)]
    [InlineData(Registration.Approval, Role.Pending)]
    public async Task Handle_WhenAnybodyMay_ShouldMakeAnAccountAndSignIn(Registration registration, Role role)
    {
        var opened = (await HandleAsync(registration)).Value;

        var account = Assert.Single(_scene.Access.Accounts);
        Assert.Equal(("ana@example.org", "Ana", role), (account.Email, account.Name, account.Role));
        Assert.Equal((account, false), (opened.Account, opened.Session.IsPersistent));
        Assert.Equal(("192.0.2.7", "a browser"), (opened.Session.Address, opened.Session.UserAgent));
        Assert.Equal(opened.Session, await _scene.Access.FindAsync(SecretKey.HashOf(opened.Key), CancellationToken.None));
        Assert.Equal([AuditAction.Registered, AuditAction.SignedIn], _scene.Actions());
        Assert.All(_scene.Access.Entries, entry =>
            Assert.Equal((account.Id, "Ana", "ana@example.org", "192.0.2.7"), (entry.Account, entry.Name, entry.Subject, entry.Address)));
    }

    [Fact]
    public async Task Handle_WhenWrittenDown_ShouldHoldNoSecret()
    {
        var opened = (await HandleAsync()).Value;

        Assert.All([AccountScene.Password, opened.Account.PasswordHash!, opened.Account.SecurityStamp, opened.Key], _scene.AssertNowhere);
    }

    [Fact]
    public async Task Handle_WhenNobodyMay_ShouldRefuse()
    {
        Assert.Equal((ErrorCode.RegistrationClosed, "email"), Refused.By(await HandleAsync(Registration.Closed)));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenSomebodySignedInAsks_ShouldMakeTheAccountALesserOneAllTheSame()
    {
        var result = await HandleAsync(Registration.Open, actor: AccountScene.SignedIn(_scene.Add(Role.Administrator)));

        Assert.Equal(Role.Visitor, result.Value.Account.Role);
        Assert.All(_scene.Access.Entries, entry => Assert.Equal(result.Value.Account.Id, entry.Account));
    }

    [Theory]
    [InlineData("ana", ErrorCode.BadEmail, "email")]
    [InlineData("SOMEBODY1@example.org ", ErrorCode.EmailTaken, "email")]
    public async Task Handle_WhenTheAddressIsBadOrTaken_ShouldRefuse(string email, ErrorCode code, string field)
    {
        _scene.Add();

        Assert.Equal((code, field), Refused.By(await HandleAsync(email: email)));
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.BadPasswords), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThePasswordIsBad_ShouldRefuse(string? password, ErrorCode code)
    {
        Assert.Equal((code, "password"), Refused.By(await HandleAsync(password: password)));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyWantOneAddressAtOnce_ShouldTakeOne()
    {
        var results = await AccountScene.FiftyAtOnceAsync(_ => HandleAsync());

        Assert.Single(results, result => result.IsSuccess);
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal((ErrorCode.EmailTaken, "email"), Refused.By(result)));
        Assert.Single(_scene.Access.Accounts);
        Assert.Single(_scene.Access.Sessions);
        Assert.Equal(2, _scene.Access.Entries.Count);
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync()));
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.SessionFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheSessionCannotBeWritten_ShouldSaySo(SessionOutcome outcome, ErrorCode code)
    {
        _scene.Access.SessionsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync()));
        Assert.Equal([AuditAction.Registered], _scene.Actions());
    }

    private Task<Result<OpenedSession>> HandleAsync(
        Registration registration = Registration.Approval,
        string? email = " ana@example.org ",
        string? password = AccountScene.Password,
        Actor? actor = null) =>
        new RegisterHandler(new AccessPolicy(registration), _scene.Making, _scene.Opening, _scene.Audit).Handle(
            new RegisterCommand(actor ?? Asking, email, "Ana", password, "a browser"), CancellationToken.None);
}
