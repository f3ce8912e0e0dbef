using Piton.Domain.Images;

namespace Piton.Infrastructure.Json;

/// <summary>A change that waits for its group commit.</summary>
/// <param name="change">What it does to the group.</param>
/// <param name="cancellationToken">Heeded until <see cref="Prepare"/>.</param>
internal sealed class CatalogWrite(Func<GroupDraft, CatalogChange> change, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<CatalogChange> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CatalogChange result;

    public Task<CatalogChange> Task => completion.Task;

    /// <summary>Makes the change in the group. What the change throws is its caller's and ends this write alone.</summary>
    public void Prepare(GroupDraft draft)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            completion.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            result = change(draft);
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }

    /// <summary>Tells the caller that the group is on disk.</summary>
    public void Succeed() => completion.TrySetResult(result);

    /// <summary>Tells the caller why nothing was written.</summary>
    public void Refuse(CatalogOutcome outcome) => completion.TrySetResult(new CatalogChange(outcome, null));
}
