namespace Piton.Infrastructure.Json.Log;

/// <summary>A change that waits for its group commit.</summary>
/// <param name="change">What it does to the group.</param>
/// <param name="cancellationToken">Heeded until <see cref="Prepare"/>.</param>
internal sealed class LogWrite<TDraft, TResult>(Func<TDraft, TResult> change, CancellationToken cancellationToken)
    where TResult : struct
{
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult _result;

    public Task<TResult> Task => _completion.Task;

    /// <summary>Makes the change in the group, and once more where that group came to nothing. What the change throws is its caller's and ends this write alone.</summary>
    public void Prepare(TDraft draft)
    {
        if (_completion.Task.IsCompleted)
        {
            return;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            _completion.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            _result = change(draft);
        }
        catch (Exception exception)
        {
            _completion.SetException(exception);
        }
    }

    /// <summary>Tells the caller that the group is on disk.</summary>
    public void Succeed() => _completion.TrySetResult(_result);

    /// <summary>Tells the caller why nothing was written.</summary>
    public void Refuse(TResult refusal) => _completion.TrySetResult(refusal);
}
