using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Sees to it that no picture is left of an upload that ended after its owner's account was deleted.</summary>
internal sealed class OwnerCheck(IAccountCatalog accounts, IImageCatalog catalog, Audit audit, TimeProvider clock)
{
    /// <summary>Whether there is the account that will own a picture. What belongs to nobody needs none.</summary>
    public async Task<bool> IsThereAsync(AccountId? owner) =>
        owner is not { } account || await accounts.GetAsync(account, CancellationToken.None) is not null;

    /// <summary>
    /// Asks once more when the picture is in the catalogue: an account that is gone by then takes it along to the trash here, and one that
    /// goes later finds it among its own.
    /// </summary>
    /// <param name="actor">Who sent it.</param>
    /// <param name="kept">What came of it.</param>
    /// <returns>The same; or, where the picture went to the trash, that they may not upload.</returns>
    public async Task<Result<UploadedImage>> CheckAsync(Actor actor, Result<UploadedImage> kept)
    {
        if (!kept.IsSuccess || kept.Value.Duplicate || await IsThereAsync(kept.Value.Image.Owner))
        {
            return kept;
        }

        var now = clock.GetUtcNow();
        var change = await catalog.UpdateAsync(kept.Value.Image.Id, own => own.MoveToTrash(now), CancellationToken.None);
        var moved = await audit.TellAsync(actor, AuditAction.ImageDeleted, change.ToResult());
        return change.IsRefused ? moved.Map(_ => kept.Value) : Result.Forbidden();
    }
}
