using System.Globalization;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What a test leaves to chance, which the environment may say.</summary>
internal static class Chance
{
    /// <summary>Of the random numbers; <c>PITON_SEED</c> says another.</summary>
    public static int Seed { get; } = Number("PITON_SEED", 20261129);

    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
