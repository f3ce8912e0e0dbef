namespace Piton.Domain.Library;

/// <summary>Where on this machine the library is.</summary>
/// <param name="Root">The data folder, as an absolute path.</param>
/// <param name="Keys">The folder of the server's own secrets, which its owner alone may read; there once the library is open.</param>
public sealed record LibraryLocation(string Root, string Keys);
