namespace Piton.Infrastructure.Json.Index;

/// <summary>By what a <see cref="SlotOrder"/> is sorted, ascending; equal ones by id.</summary>
internal enum OrderKind
{
    Created,
    Name,
    Bytes,
}
