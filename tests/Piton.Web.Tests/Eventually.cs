using System.Diagnostics;

namespace Piton.Web.Tests;

/// <summary>Waits for a state and not for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    public static Task HoldsAsync(Func<bool> condition, TimeSpan within, string what) => HoldsAsync(() => Task.FromResult(condition()), within, what);

    /// <exception cref="Xunit.Sdk.FailException">It did not come about.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan within, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > within)
            {
                Assert.Fail($"It did not come about that {what}.");
            }

            await Task.Delay(Between);
        }
    }
}
