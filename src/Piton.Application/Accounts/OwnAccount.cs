using Ardalis.Result;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>Changes of an account by its owner.</summary>
internal static class OwnAccount
{
    /// <summary>The account of whoever asks, where they have the right; else why not.</summary>
    public static async Task<Result<Account>> GetOwnAsync(
        this IAccountCatalog accounts, Actor actor, Right right, CancellationToken cancellationToken)
    {
        if (actor.Account is not { } id || !actor.May(right, id))
        {
            return Result.Forbidden();
        }

        return await accounts.GetAsync(id, cancellationToken) is { } account ? account : Result.NotFound();
    }

    /// <summary>The same, where they know the password as well.</summary>
    /// <param name="accounts">Where the account is.</param>
    /// <param name="credentials">Who checks the password.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="password">As it was typed, in the field <paramref name="field"/>.</param>
    /// <param name="field">What the field of the password is called.</param>
    /// <param name="clock">For how long it is locked where too many were wrong.</param>
    /// <param name="cancellationToken">Heeded throughout.</param>
    public static async Task<Result<Account>> ProveOwnAsync(
        this IAccountCatalog accounts,
        ICredentials credentials,
        Actor actor,
        string? password,
        string field,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var own = await accounts.GetOwnAsync(actor, Right.ManageAccount, cancellationToken);
        if (!own.IsSuccess)
        {
            return own;
        }

        // Whoever is signed in is known, and not kept waiting by those who guess elsewhere.
        var isRight = credentials.Verify(own.Value, password ?? "");

        // Asked anew, since it took time: meanwhile the account may have been locked, or the password changed.
        var now = clock.GetUtcNow();
        if (isRight
            && await accounts.GetAsync(own.Value.Id, cancellationToken) is { } current
            && current.SecurityStamp == own.Value.SecurityStamp
            && !current.IsLocked(now, isKnown: true))
        {
            return current;
        }

        await accounts.UpdateAsync(own.Value.Id, account => account.Fail(now, isKnown: true), cancellationToken);
        return Result.Invalid(AccountRefusals.WrongPassword(field));
    }
}
