namespace Piton.Web.CommandLine.Output;

/// <summary>Rows under headings.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">As many texts each as there are columns.</param>
internal sealed record CommandTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
