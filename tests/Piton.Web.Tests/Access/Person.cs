using Piton.Domain.Access;

namespace Piton.Web.Tests.Access;

/// <summary>Somebody at the door.</summary>
/// <param name="Name">As the table calls them.</param>
/// <param name="Client">Shows what they have: a session, a token or nothing.</param>
/// <param name="Account">Whose account it is; null for nobody's.</param>
internal sealed record Person(string Name, HttpClient Client, AccountId? Account)
{
    /// <summary>Whether what they show counts for nothing.</summary>
    public bool IsNobody => Name is "anonymous" or "disabled" or "expired";
}
