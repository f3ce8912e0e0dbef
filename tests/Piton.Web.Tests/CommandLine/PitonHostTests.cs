using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

public sealed class PitonHostTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Guard_WhenItIsStopped_ShouldSaySo()
    {
        await _stop.CancelAsync();

        Assert.Equal((1, "it was stopped before it was done."), await GuardAsync(() => Task.FromCanceled<int>(_stop.Token)));
    }

    [Fact]
    public async Task Guard_WhenSomethingIsCancelledThatNobodyStopped_ShouldTakeItForAFault() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GuardAsync(() => throw new OperationCanceledException()));

    private async Task<(int ExitCode, string? Said)> GuardAsync(Func<Task<int>> run)
    {
        string? said = null;
        var exitCode = await PitonHost.GuardAsync(
            run,
            why =>
            {
                said = why;
                return Task.FromResult(ExitCodes.Failed);
            },
            _stop.Token);
        return (exitCode, said);
    }
}
