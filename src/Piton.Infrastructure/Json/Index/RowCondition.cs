namespace Piton.Infrastructure.Json.Index;

/// <summary>What may hold of a row.</summary>
internal delegate bool RowCondition(in IndexRow row);
