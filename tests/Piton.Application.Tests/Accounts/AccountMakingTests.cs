using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

public sealed class AccountMakingTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task MakeAsync_WhenAllIsWell_ShouldKeepTheHashOfThePasswordAndNotThePassword(Role role)
    {
        var account = (await MakeAsync("  Ana@Example.org\n", " Ana Torres ", role: role)).Value;

        var expected = new Account
        {
            Id = account.Id,
            Email = "Ana@Example.org",
            Name = "Ana Torres",
            Role = role,
            PasswordHash = FakeCredentials.HashOf(AccountScene.Password),
            SecurityStamp = account.SecurityStamp,
            CreatedAt = AccountScene.Noon,
        };
        Assert.Equal(expected, account);
        Assert.Equal([expected], _scene.Access.Accounts);
    }

    [Fact]
    public async Task MakeAsync_WhenTwoAreMade_ShouldGiveEachAnIdAndAStampOfItsOwn()
    {
        var (one, other) = ((await MakeAsync("ana@example.org")).Value, (await MakeAsync("bob@example.org")).Value);

        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.SecurityStamp, other.SecurityStamp);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public async Task MakeAsync_WhenThereIsNoName_ShouldTakeWhatStandsBeforeTheAt(string? name) =>
        Assert.Equal("ana", (await MakeAsync("ana@example.org", name)).Value.Name);

    [Fact]
    public async Task MakeAsync_WhenWhatStandsBeforeTheAtIsLong_ShouldCutItBetweenCharacters()
    {
        Assert.Equal(new string('a', 100), (await MakeAsync(new string('a', 101) + "@example.org", null)).Value.Name);
        Assert.Equal(new string('a', 99), (await MakeAsync(new string('a', 99) + "\U0001f600@example.org", null)).Value.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@example.org")]
    [InlineData("ana@example.org\r\nBcc: bob@example.org")]
    public async Task MakeAsync_WhenTheAddressIsNone_ShouldRefuse(string? email)
    {
        Assert.Equal((ErrorCode.BadEmail, "email"), Refused.By(await MakeAsync(email, null)));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task MakeAsync_WhenTheAddressIsLong_ShouldRefuseAndSayBothLengths()
    {
        var result = await MakeAsync(new string('a', 300) + "@b");

        Assert.Equal((ErrorCode.TextTooLong, "email"), Refused.By(result));
        Assert.Equal([302, EmailAddress.MaxLength], ((Refusal)result.ValidationErrors.Single()).Arguments);
    }

    [Fact]
    public async Task MakeAsync_WhenTheNameIsBadOrLong_ShouldRefuse()
    {
        Assert.Equal((ErrorCode.NameBlank, "name"), Refused.By(await MakeAsync(name: "\u200b")));
        Assert.Equal((ErrorCode.TextTooLong, "name"), Refused.By(await MakeAsync(name: new string('a', 101))));
        Assert.True((await MakeAsync(name: $" {new string('a', 100)} ")).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(AccountScene.BadPasswords), MemberType = typeof(AccountScene))]
    public async Task MakeAsync_WhenThePasswordIsBad_ShouldRefuse(string? password, ErrorCode code)
    {
        Assert.Equal((code, "password"), Refused.By(await MakeAsync(password: password)));
        _scene.AssertUntouched();
    }

    [Theory]
    [InlineData("ana@example.org")]
    [InlineData("Ana Torres")]
    public async Task MakeAsync_WhenThePasswordIsTheAddressOrTheName_ShouldRefuse(string password) =>
        Assert.Equal((ErrorCode.PasswordCommon, "password"), Refused.By(await MakeAsync("ana@example.org", " Ana Torres ", password)));

    [Fact]
    public async Task MakeAsync_WhenTheAddressIsTaken_ShouldRefuseAndLeaveTheOtherAsItIs()
    {
        var other = _scene.Add();

        Assert.Equal((ErrorCode.EmailTaken, "email"), Refused.By(await MakeAsync("SomeBody1@EXAMPLE.org")));
        Assert.Equal([other], _scene.Access.Accounts);
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task MakeAsync_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await MakeAsync()));
    }

    private Task<Result<Account>> MakeAsync(
        string? email = "ana@example.org", string? name = "Ana", string? password = AccountScene.Password, Role role = Role.Visitor) =>
        _scene.Making.MakeAsync(email, name, password, role, CancellationToken.None);
}
