namespace Piton.Web.CommandLine.Import;

/// <summary>A picture that was imported, and does not answer at its old address.</summary>
/// <param name="File">Where it is in the folder.</param>
/// <param name="Address">Where it was, as a path on the server.</param>
/// <param name="Image">Which image answers there.</param>
internal sealed record TakenAddress(string File, string Address, string Image);
