using Piton.Domain.Library;

namespace Piton.Web.CommandLine.Output;

/// <summary>Tells the caller of a command how far a work on the library is.</summary>
/// <param name="output">Where it is told.</param>
/// <param name="what">What it does: <c>Verifying</c>.</param>
internal sealed class LibraryProgressOutput(CommandOutput output, string what) : IProgress<LibraryProgress>
{
    public void Report(LibraryProgress value) => output.Progress(what, value.Done, value.Total);
}
