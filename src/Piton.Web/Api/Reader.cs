using Piton.Domain.Access;

namespace Piton.Web.Api;

/// <summary>Whom an answer tells of images.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="OwnerNames">What others call the owners of the images; whoever is missing in it has no account any more.</param>
public sealed record Reader(Actor Actor, IReadOnlyDictionary<AccountId, string> OwnerNames);
