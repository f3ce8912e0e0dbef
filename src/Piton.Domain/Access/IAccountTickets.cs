namespace Piton.Domain.Access;

/// <summary>Texts that let one account do one thing for a while, which nobody else can make or change. Worth nothing once its security stamp is another.</summary>
public interface IAccountTickets
{
    /// <param name="use">What it is for.</param>
    /// <param name="account">Whom it lets.</param>
    /// <param name="until">Until when.</param>
    string Issue(TicketUse use, Account account, DateTimeOffset until);

    /// <summary>Whom such a ticket lets; null where it is none, is over, or was issued for something else.</summary>
    AccountTicket? Read(TicketUse use, string ticket);
}
