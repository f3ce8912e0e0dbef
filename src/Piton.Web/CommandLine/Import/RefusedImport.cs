namespace Piton.Web.CommandLine.Import;

/// <summary>Something that was not imported.</summary>
/// <param name="File">Where it is in the folder.</param>
/// <param name="Code">Why, for programs.</param>
/// <param name="Why">Why, in English.</param>
internal sealed record RefusedImport(string File, string Code, string Why);
