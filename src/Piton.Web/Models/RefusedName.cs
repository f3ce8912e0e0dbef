namespace Piton.Web.Models;

/// <summary>A name that was typed and not accepted.</summary>
/// <param name="Name">As it was typed.</param>
/// <param name="Why">What was wrong, in the language of the request.</param>
public sealed record RefusedName(string Name, string Why);
