using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>What a write to the catalogue means to whoever asked for it.</summary>
internal static class CatalogChanges
{
    public static Result<Image> ToResult(this CatalogChange change) => change.Outcome switch
    {
        CatalogOutcome.Done => change.Image!,
        CatalogOutcome.Missing => Result.NotFound(),
        CatalogOutcome.Duplicate => Result.Conflict(),
        CatalogOutcome.DiskFull => Unavailable.DiskFull(),
        CatalogOutcome.ReadOnly => Unavailable.ReadOnly(),
    };
}
