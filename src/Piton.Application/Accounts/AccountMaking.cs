using Ardalis.Result;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts;

/// <summary>Makes accounts, once all that was typed is fit for one.</summary>
internal sealed class AccountMaking(IAccountCatalog accounts, ICredentials credentials, TimeProvider clock)
{
    /// <param name="email">As it was typed; white space around it is not meant.</param>
    /// <param name="name">What others are shown; blank for what stands before the @ of the address.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="role">What they are from the start.</param>
    /// <param name="cancellationToken">Heeded until the account is on its way to disk.</param>
    public async Task<Result<Account>> MakeAsync(
        string? email, string? name, string? password, Role role, CancellationToken cancellationToken)
    {
        var address = (email ?? "").Trim();
        if (EmailAddress.Check(address) is not null)
        {
            return Result.Invalid(AccountRefusals.ForEmail(address));
        }

        var called = string.IsNullOrWhiteSpace(name)
            ? ImageName.Cut(address[..address.IndexOf('@', StringComparison.Ordinal)], Account.MaxNameLength)
            : name.Trim();
        if (Account.CheckName(called) is not null)
        {
            return Result.Invalid(AccountRefusals.ForName(called));
        }

        if (credentials.Check(password ?? "", address, called) is { } flaw)
        {
            return Result.Invalid(AccountRefusals.For(flaw, "password"));
        }

        var account = new Account
        {
            Id = AccountId.New(),
            Email = address,
            Name = called,
            Role = role,
            PasswordHash = credentials.Hash(password!),
            SecurityStamp = SecretKey.New(),
            CreatedAt = clock.GetUtcNow(),
        };
        var change = await accounts.AddAsync(account, cancellationToken);
        return change.ToResult();
    }
}
