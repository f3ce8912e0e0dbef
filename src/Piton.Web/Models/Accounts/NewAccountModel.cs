using Piton.Web.Results;

namespace Piton.Web.Models.Accounts;

/// <summary>A page on which an account is made.</summary>
/// <param name="Email">What was typed.</param>
/// <param name="Name">What was typed.</param>
/// <param name="Code">Of the first start; what was typed.</param>
/// <param name="Failure">Why it did not succeed; null on the first try.</param>
public sealed record NewAccountModel(string? Email = null, string? Name = null, string? Code = null, Failure? Failure = null);
