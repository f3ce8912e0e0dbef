using Microsoft.Playwright;
using Piton.Web.Tests;

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

    /// <summary>Before the page is open: in an open one it takes hold a moment later, and lets some of them pass.</summary>
    public static async Task<HeldUploads> OnAsync(IBrowserContext window)
    {
        var held = new HeldUploads();
        await window.RouteAsync(UploadPanel.Address, held.HoldAsync);
        return held;
    }

    /// <summary>Waits until so many have left; there are no more than that.</summary>
    public async Task WaitForAsync(int count)
    {
        await Eventually.HoldsAsync(() => Volatile.Read(ref _count) >= count, TimeSpan.FromMilliseconds(Visit.Patience), $"{count} uploads leave");
        Assert.Equal(count, Volatile.Read(ref _count));
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
