using NSubstitute;
using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

/// <summary>A terminal at which nobody types.</summary>
public sealed class ConsoleInputTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TextReader _usual = Console.In;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _typed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConsoleInputTests()
    {
        var terminal = Substitute.For<TextReader>();
        terminal.ReadLine().Returns<string?>(_ =>
        {
            _asked.TrySetResult();
            _typed.Task.Wait();
            return null;
        });
        Console.SetIn(terminal);
    }

    public void Dispose()
    {
        _typed.SetResult();
        Console.SetIn(_usual);
    }

    [Fact]
    public async Task ReadLine_WhenItIsStoppedWhileItWaits_ShouldEnd()
    {
        using var stop = new CancellationTokenSource();
        var input = new ConsoleInput();
        var line = Task.Run(() => input.ReadLineAsync(stop.Token));
        await _asked.Task.WaitAsync(Patience);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line.WaitAsync(Patience));
    }
}
