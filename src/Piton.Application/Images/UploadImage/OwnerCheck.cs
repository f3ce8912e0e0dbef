using Ardalis.Result;
using Piton.Domain.Access;

namespace Piton.Application.Images.UploadImage;

/// <summary>Sees to it that no picture is left of an upload that ended after its owner's account was deleted.</summary>
/// <remarks>
/// It asks once the picture is in the catalogue: an account that is gone by then takes the picture with it here, and one that goes later
/// finds it among its own.
/// </remarks>
internal sealed class OwnerCheck(IAccountCatalog accounts, TrashMove trash)
{
    /// <param name="kept">What came of an upload.</param>
    /// <returns>The same; or, where the picture went to the trash because its owner is gone, that they may not upload.</returns>
    public async Task<Result<UploadedImage>> CheckAsync(Result<UploadedImage> kept)
    {
        if (!kept.IsSuccess || kept.Value.Image.Owner is not { } owner || await accounts.GetAsync(owner, CancellationToken.None) is not null)
        {
            return kept;
        }

        var moved = await trash.MoveAllAsync(owner);
        return moved.IsSuccess ? Result.Forbidden() : moved.Map(_ => kept.Value);
    }
}
