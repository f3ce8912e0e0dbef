using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>Tells browsers in which an account has signed in before from all others, by a ticket that each of them keeps.</summary>
internal sealed class KnownBrowsers(IAccountTickets tickets, TimeProvider clock)
{
    /// <summary>What makes a browser known, until the password is another.</summary>
    public string Remember(Account account) => tickets.Issue(TicketUse.KnownBrowser, account, clock.GetUtcNow() + LockOut.KnownFor);

    /// <summary>Whether what a browser shows was given to one in which the account signed in.</summary>
    public bool Knows(string? ticket, Account account) =>
        tickets.Read(TicketUse.KnownBrowser, ticket ?? "") == new AccountTicket(account.Id, account.SecurityStamp);
}
