namespace Piton.Domain.Library;

/// <summary>Where on this machine the library is.</summary>
/// <param name="Root">The data folder, as an absolute path.</param>
public sealed record LibraryLocation(string Root);
