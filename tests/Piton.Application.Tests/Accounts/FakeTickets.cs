using System.Collections.Concurrent;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

/// <summary>Tickets that are kept, and read by a random text.</summary>
internal sealed class FakeTickets(TimeProvider clock) : IAccountTickets
{
    private readonly ConcurrentDictionary<string, (TicketUse Use, AccountTicket Ticket, DateTimeOffset Until)> _issued = new();

    public int Issued => _issued.Count;

    public string Issue(TicketUse use, Account account, DateTimeOffset until)
    {
        var text = SecretKey.New();
        _issued[text] = (use, new AccountTicket(account.Id, account.SecurityStamp), until);
        return text;
    }

    public AccountTicket? Read(TicketUse use, string ticket) =>
        _issued.TryGetValue(ticket, out var issued) && issued.Use == use && issued.Until > clock.GetUtcNow() ? issued.Ticket : null;
}
