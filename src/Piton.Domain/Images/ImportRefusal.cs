namespace Piton.Domain.Images;

/// <summary>Why something of a folder is not imported.</summary>
/// <param name="Place">Where it is in the folder, or what is said of it there.</param>
/// <param name="Flaw">Why.</param>
/// <param name="Detail">More of it, in English, for the operator.</param>
public sealed record ImportRefusal(string Place, ImportFlaw Flaw, string Detail);
