using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>A line on which uploads stand still until they are let go.</summary>
internal sealed class HeldUploads
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private volatile bool _isOpen;

    private HeldUploads()
    {
    }

    /// <summary>How many have left.</summary>
    public int Count => Volatile.Read(ref _count);

    public static async Task<HeldUploads> OnAsync(IBrowserContext window)
    {
        var held = new HeldUploads();
        await window.RouteAsync(UploadPanel.Address, held.HoldAsync);
        return held;
    }

    public void LetGo()
    {
        _isOpen = true;
        _gate.TrySetResult();
    }

    /// <summary>Lets those pass that leave from now on. The others never arrive.</summary>
    public void LetOthersPass() => _isOpen = true;

    private async Task HoldAsync(IRoute route)
    {
        Interlocked.Increment(ref _count);
        if (!_isOpen)
        {
            await _gate.Task;
        }

        await route.ContinueAsync();
    }
}
