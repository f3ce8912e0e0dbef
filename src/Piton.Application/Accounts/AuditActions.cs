using System.Text.Json;

namespace Piton.Application.Accounts;

/// <summary>The text form of each <see cref="AuditAction"/>: <c>signed_in</c> for <see cref="AuditAction.SignedIn"/>.</summary>
public static class AuditActions
{
    private static readonly Dictionary<AuditAction, string> Texts =
        Enum.GetValues<AuditAction>().ToDictionary(action => action, action => JsonNamingPolicy.SnakeCaseLower.ConvertName(action.ToString()));

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Texts.Values;

    public static string Text(this AuditAction action) => Texts[action];
}
