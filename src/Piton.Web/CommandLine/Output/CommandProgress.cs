using System.Globalization;

namespace Piton.Web.CommandLine.Output;

/// <summary>How far a command is.</summary>
/// <param name="What">What it does: <c>Importing</c>.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">Of how many.</param>
internal sealed record CommandProgress(string What, long Done, long Total)
{
    /// <summary>For people, on one line.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{PlainText.Of(What)}: {Done:N0} of {Total:N0}");
}
