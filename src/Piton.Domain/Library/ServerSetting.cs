namespace Piton.Domain.Library;

/// <summary>An option of the server as it is in force.</summary>
/// <param name="Name">As it is given, <c>Piton:Limits:MaxSide</c> for example.</param>
/// <param name="Value">As it would be written; null where it has none, and where it is secret.</param>
/// <param name="Default">What it is where nobody says anything; null where that is nothing, and where it is secret.</param>
/// <param name="IsDefault">Whether it is what it is without being set.</param>
/// <param name="IsSecret">Whether nobody is to be shown it.</param>
public sealed record ServerSetting(string Name, string? Value, string? Default, bool IsDefault, bool IsSecret);
