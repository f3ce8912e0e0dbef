namespace Piton.Web.Tests.Hosting;

/// <summary>Waits for a state and not for a time.</summary>
internal static class Eventually
{
    private const int Tries = 400;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(Between);
        }

        Assert.Fail($"It did not come about that {what}.");
    }
}
