namespace Piton.Infrastructure.Json.Index;

internal enum RowState : byte
{
    /// <summary>No image has this row.</summary>
    Free,

    /// <summary>Its image is not in the trash.</summary>
    Shown,

    Trashed,
}
