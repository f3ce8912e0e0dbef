namespace Piton.Web.Models;

/// <summary>A line shown once, on the page after a change.</summary>
/// <param name="Text">What was done, in the language of the request.</param>
/// <param name="UndoPath">Where a form is posted to undo it; null where that cannot be.</param>
/// <param name="LinkPath">Where what was changed can be seen; null where the page shows it.</param>
public sealed record Notice(string Text, string? UndoPath = null, string? LinkPath = null);
