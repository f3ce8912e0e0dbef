namespace Piton.Web.Results;

/// <summary>A request that did not succeed, in terms of HTTP.</summary>
/// <param name="Status">The status code, 400 to 599.</param>
/// <param name="Code">The stable code for clients: that of the refusal, or one that says no more than the status.</param>
/// <param name="Message">What was wrong and what would be right, in the language of the request.</param>
/// <param name="Field">The field that was wrong, as clients call it; null where it was none.</param>
/// <param name="RetryAfter">After how long another try makes sense; null where it makes none.</param>
public sealed record Failure(int Status, string Code, string Message, string? Field = null, TimeSpan? RetryAfter = null);
