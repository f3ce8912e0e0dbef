namespace Piton.Browser.Tests;

internal static class Screenshots
{
    public static Task Main() => Task.CompletedTask;
}
