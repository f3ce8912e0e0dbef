using System.Globalization;

namespace Piton.Benchmarks;

/// <summary>One figure beside its bar.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Bar">What it shall be.</param>
/// <param name="Measured">What it is, with the absolute figures behind a ratio.</param>
/// <param name="Held">Whether the bar holds; null where the figure is reported alone.</param>
internal sealed record Row(string What, string Bar, string Measured, bool? Held)
{
    public static Row AtMost(string what, double bar, double measured, string unit = "", string detail = "") => new(
        what, Text($"≤ {bar:0.##}{unit}"), Text($"{measured:0.00}{unit}{detail}"), measured <= bar);

    public static Row AtLeast(string what, double bar, double measured, string detail = "") => new(
        what, Text($"≥ {bar:0.##}"), Text($"{measured:0.00}{detail}"), measured >= bar);

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => $"| {What} | {Bar} | {Measured} | {Held switch { true => "held", false => "**missed**", null => "" }} |";
}
