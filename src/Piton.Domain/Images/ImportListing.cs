namespace Piton.Domain.Images;

/// <summary>What there is to import in a folder.</summary>
/// <param name="Root">The folder, without links in its path.</param>
/// <param name="Items">The files, in the order of their paths.</param>
/// <param name="Refusals">What is not to be imported, and why.</param>
public sealed record ImportListing(string Root, IReadOnlyList<ImportItem> Items, IReadOnlyList<ImportRefusal> Refusals);
