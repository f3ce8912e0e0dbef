using Microsoft.Extensions.Time.Testing;
using Piton.Application.Accounts;
using Piton.Application.Refusals;
using Piton.Application.Tests.Behaviors;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

/// <summary>A house with accounts, sessions and an audit log, at noon.</summary>
internal sealed class AccountScene
{
    /// <summary>The password of every account that the scene makes.</summary>
    public const string Password = "correct horse battery";

    private int _accounts;

    public AccountScene()
    {
        Access = new AccessDouble(Clock);
        Tickets = new FakeTickets(Clock);
    }

    public static DateTimeOffset Noon { get; } = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Each way in which the accounts take no change, and the code that says so.</summary>
    public static TheoryData<AccountOutcome, ErrorCode> AccountFaults => new()
    {
        { AccountOutcome.DiskFull, ErrorCode.DiskFull }, { AccountOutcome.ReadOnly, ErrorCode.ReadOnly },
    };

    /// <summary>The same of the sessions.</summary>
    public static TheoryData<SessionOutcome, ErrorCode> SessionFaults => new()
    {
        { SessionOutcome.DiskFull, ErrorCode.DiskFull }, { SessionOutcome.ReadOnly, ErrorCode.ReadOnly },
    };

    /// <summary>Every role of somebody who signed in.</summary>
    public static TheoryData<Role> Members => [Role.Pending, Role.Visitor, Role.Janitor, Role.Moderator, Role.Administrator];

    /// <summary>Each password that is refused, and why.</summary>
    public static TheoryData<string?, ErrorCode> BadPasswords => new()
    {
        { null, ErrorCode.PasswordTooShort },
        { "", ErrorCode.PasswordTooShort },
        { "1234567", ErrorCode.PasswordTooShort },
        { new string('x', 129), ErrorCode.PasswordTooLong },
        { FakeCredentials.Common, ErrorCode.PasswordCommon },
    };

    public FakeTimeProvider Clock { get; } = new(Noon);

    public AccessDouble Access { get; }

    public FakeCredentials Credentials { get; } = new();

    public FakeTickets Tickets { get; }

    public LogBook Log { get; } = new();

    public Audit Audit => new(Access, Clock, new CollectingLogger<Audit>(Log));

    public SecondFactor Factor => new(Credentials);

    public KnownBrowsers Browsers => new(Tickets, Clock);

    public SessionOpening Opening => new(Access, Browsers, Audit, Clock);

    public AccountMaking Making => new(Access, Credentials, Clock);

    /// <summary>Everybody who is nobody's self: who did not sign in, Piton itself, and whoever shows a token of that account.</summary>
    public static IEnumerable<Actor> NotByHand(Account account) => [Actor.Anonymous, Actor.System, .. ByToken(account)];

    /// <summary>Whoever shows a token of that account, of each scope and of all.</summary>
    public static IEnumerable<Actor> ByToken(Account account) =>
        new[] { TokenScopes.None, TokenScopes.Read, TokenScopes.Upload, TokenScopes.Manage, TokenScopes.Read | TokenScopes.Upload | TokenScopes.Manage }
            .Select(scopes => new Actor(account.Role, account.Id) { Scopes = scopes });

    /// <summary>Everybody who runs nothing: each lesser role, and an administrator by token.</summary>
    public static IEnumerable<Actor> NotAdministering(Account administrator) =>
        [Actor.Anonymous, Actors.Pending, Actors.Visitor, Actors.Janitor, Actors.Moderator, .. ByToken(administrator)];

    /// <summary>Whoever signed in to that account by hand.</summary>
    public static Actor SignedIn(Account account, Session? session = null) =>
        new(account.Role, account.Id) { Name = account.Name, Address = "192.0.2.7", Session = session?.Id };

    /// <summary>Runs the same fifty times at once.</summary>
    public static Task<T[]> FiftyAtOnceAsync<T>(Func<int, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => work(i))));

    /// <summary>One more account, whose password is <see cref="Password"/>.</summary>
    public Account Add(Role role = Role.Visitor, Func<Account, Account>? change = null)
    {
        var number = ++_accounts;
        var account = new Account
        {
            Id = new AccountId((UInt128)(100 + number)),
            Email = $"somebody{number}@example.org",
            Name = $"Somebody {number}",
            Role = role,
            PasswordHash = FakeCredentials.HashOf(Password),
            SecurityStamp = $"stamp {number}",
            CreatedAt = Noon.AddDays(number - 100),
        };
        return Access.Put(change?.Invoke(account) ?? account);
    }

    /// <summary>One more account, with the second factor on.</summary>
    public Account AddWithTwoFactor(params string[] recoveryCodes) => Add(Role.Visitor, account => account with
    {
        AuthenticatorKey = "ANAS",
        IsTwoFactorOn = true,
        RecoveryCodes = [.. recoveryCodes.Select(code => SecretKey.HashOf(code).ToString())],
    });

    /// <summary>One more session, opened by that key.</summary>
    public Session Open(Account account, string? key = null) => Access.Put(new Session
    {
        Id = SessionId.New(),
        KeyHash = SecretKey.HashOf(key ?? SecretKey.New()),
        Account = account.Id,
        SecurityStamp = account.SecurityStamp,
        CreatedAt = Clock.GetUtcNow(),
        SeenAt = Clock.GetUtcNow(),
        ExpiresAt = Clock.GetUtcNow().AddHours(12),
    });

    /// <summary>The account as it is now.</summary>
    public Account Now(Account account) => Assert.Single(Access.Accounts, other => other.Id == account.Id);

    /// <summary>The sessions of an account as they are now.</summary>
    public IEnumerable<SessionId> SessionsOf(Account account) =>
        Access.Sessions.Where(session => session.Account == account.Id).Select(session => session.Id);

    /// <summary>Asserts that nothing was changed, and nothing written down as done.</summary>
    public void AssertUntouched()
    {
        Assert.Equal(0, Access.Writes);
        Assert.Empty(Access.Entries);
    }

    /// <summary>Asserts that one thing was written down, and gives who did it, what, and to what.</summary>
    public (AccountId? Account, AuditAction Action, string? Subject, string? Detail) Audited()
    {
        var entry = Assert.Single(Access.Entries);
        Assert.Equal(Clock.GetUtcNow(), entry.At);
        return (entry.Account, ActionOf(entry), entry.Subject, entry.Detail);
    }

    /// <summary>What was written down as done, in order.</summary>
    public IEnumerable<AuditAction> Actions() => Access.Entries.Select(ActionOf);

    /// <summary>Asserts that a secret is nowhere in what was written down or logged.</summary>
    public void AssertNowhere(string secret)
    {
        Assert.NotEmpty(Access.Entries);
        Assert.All(Access.Entries, entry => Assert.DoesNotContain(secret, entry.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.All(Log.Entries, entry => Assert.DoesNotContain(secret, entry.Text, StringComparison.OrdinalIgnoreCase));
    }

    private static AuditAction ActionOf(AuditEntry entry) => Enum.GetValues<AuditAction>().Single(action => action.Text() == entry.Action);
}
