using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>A <see cref="CatalogScope"/> among the rows of one state.</summary>
internal readonly struct RowScope(IndexRows rows, RowState state, CatalogScope scope)
{
    private readonly RowState _state = state;

    public bool HasPublic { get; } = scope.HasPublic;

    public bool HasAllHidden { get; } = scope.HasAllHidden;

    /// <summary>The number of the owner all of whose images are in; <see cref="IndexRows.Nobody"/> for none.</summary>
    public int Owner { get; } = scope.Account is { } account ? rows.NumberOf(account) : IndexRows.Nobody;

    public bool Contains(in IndexRow row) =>
        row.State == _state && ((row.IsPublic ? HasPublic : HasAllHidden) || row.Owner == Owner);
}
