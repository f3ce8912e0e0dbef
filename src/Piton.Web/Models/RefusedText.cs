namespace Piton.Web.Models;

/// <summary>A text that was typed and not accepted.</summary>
/// <param name="Field">Into which field of a form.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="Why">What was wrong, in the language of the request.</param>
public sealed record RefusedText(string Field, string Text, string Why);
