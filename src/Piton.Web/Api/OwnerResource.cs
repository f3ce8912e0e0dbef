namespace Piton.Web.Api;

/// <summary>Whose image it is.</summary>
/// <param name="Id">The id of the account.</param>
/// <param name="Name">What others call it; null where the account is gone.</param>
public sealed record OwnerResource(string Id, string? Name);
