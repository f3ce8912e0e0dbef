namespace Piton.Web.Api;

/// <summary>Whose image it is.</summary>
public sealed record OwnerResource(string Id, string Name);
