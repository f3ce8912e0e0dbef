using Piton.Web.Results;

namespace Piton.Web.Models.Accounts;

/// <summary>The page to sign in on.</summary>
/// <param name="Email">What was typed.</param>
/// <param name="Remember">Whether the session is to outlive the browser.</param>
/// <param name="ReturnUrl">Where it leads.</param>
/// <param name="Failure">Why it did not succeed; null on the first try.</param>
public sealed record SignInModel(string? Email, bool Remember, string? ReturnUrl, Failure? Failure = null);
