namespace Piton.Web.CommandLine.Import;

/// <summary>A file to import cannot be read to its end.</summary>
/// <param name="cause">What the system says.</param>
internal sealed class UnreadableImportException(Exception cause) : Exception($"It cannot be read to its end: {cause.Message}", cause);
