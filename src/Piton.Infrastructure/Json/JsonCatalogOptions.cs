namespace Piton.Infrastructure.Json;

/// <summary>Settings of the JSON catalogue, section <c>Piton:Catalog</c>.</summary>
internal sealed class JsonCatalogOptions
{
    public const long SmallestCompactAbove = 1 << 16;

    public const string CompactAboveRule = "Piton:Catalog:CompactAbove is at least 65536 (bytes).";

    /// <summary>A log shorter than this, in bytes, is never compacted by itself. A longer one is when more than half of it is out of date.</summary>
    public long CompactAbove { get; set; } = 16 << 20;
}
