using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>What a sender says of a file, all of it optional.</summary>
/// <param name="Name">What to call it; null or blank for its file name without the extension.</param>
/// <param name="Alt">What it shows, for those who cannot see it; null or blank for nothing.</param>
/// <param name="Visibility">One of <see cref="Visibilities.Names"/>; null or blank for <c>public</c>.</param>
public sealed record UploadDetails(string? Name = null, string? Alt = null, string? Visibility = null);
