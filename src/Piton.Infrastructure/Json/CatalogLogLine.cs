using Piton.Domain.Images;

namespace Piton.Infrastructure.Json;

/// <summary>One line of a catalogue's log; exactly one of the last three says what it is.</summary>
/// <param name="Number">The header is 1, and is told only where it is damaged.</param>
/// <param name="Offset">Where it begins in the file; it stays the same where what is before it can be read one time and not the next.</param>
/// <param name="Put">An image as it is from there on.</param>
/// <param name="Removed">An image that is no more.</param>
/// <param name="Damage">What is wrong with the line.</param>
internal sealed record CatalogLogLine(long Number, long Offset, Image? Put, ImageId? Removed, string? Damage);
