using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImport;

/// <summary>What there is to import in a folder.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Folder">An absolute path.</param>
public sealed record ListImportQuery(Actor Actor, string Folder) : IQuery<ImportListing>;
