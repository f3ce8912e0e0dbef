using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Index;

/// <summary>One page of a listing, still to be read from the log.</summary>
/// <param name="Places">The lines of its images, in order.</param>
/// <param name="HasMore">Whether another page comes.</param>
/// <param name="Total">How many images are on all pages.</param>
internal readonly record struct IndexPage(IReadOnlyList<LogPlace> Places, bool HasMore, int Total);
