using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.OpenImport;

/// <summary>Opens a file that is to be imported.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Listing">What there is to import.</param>
/// <param name="Item">Which of it.</param>
public sealed record OpenImportQuery(Actor Actor, ImportListing Listing, ImportItem Item) : IQuery<OpenedImport>;
