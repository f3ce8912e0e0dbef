using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.EditImage;

/// <summary>Changes what people say of an image, and who finds it. What is in the trash is not found.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Id">The image.</param>
/// <param name="Name">Its new name; null leaves the one it has.</param>
/// <param name="Alt">What it shows, for those who cannot see it; blank takes away what is there, null leaves it.</param>
/// <param name="Visibility">One of <see cref="Visibilities.Names"/>; null leaves it. Something is not null.</param>
public sealed record EditImageCommand(Actor Actor, ImageId Id, string? Name = null, string? Alt = null, string? Visibility = null) : ICommand<Image>;
