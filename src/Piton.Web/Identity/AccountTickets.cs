using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Piton.Domain.Access;

namespace Piton.Web.Identity;

/// <summary>Tickets as texts that data protection seals, with a key of its own for each use.</summary>
internal sealed class AccountTickets(IDataProtectionProvider protection, TimeProvider clock) : IAccountTickets
{
    public string Issue(TicketUse use, Account account, DateTimeOffset until) =>
        Seal(use).Protect(string.Create(CultureInfo.InvariantCulture, $"{until.UtcTicks} {account.Id} {account.SecurityStamp}"));

    public AccountTicket? Read(TicketUse use, string ticket)
    {
        try
        {
            return Seal(use).Unprotect(ticket).Split(' ') is [var until, var id, var stamp]
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks
                && AccountId.TryParse(id, out var account)
                ? new AccountTicket(account, stamp)
                : null;
        }
        catch (CryptographicException)
        {
            // Somebody wrote it by hand, or the keys are others since.
            return null;
        }
    }

    private IDataProtector Seal(TicketUse use) => protection.CreateProtector("Piton.AccountTicket", use.ToString());
}
