using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>What is remembered of an upload that came under a key.</summary>
/// <param name="Payload">The hash of all that was sent.</param>
/// <param name="Image">What it was answered with.</param>
/// <param name="Duplicate">Whether that was there already.</param>
/// <param name="At">When, UTC.</param>
internal sealed record KeyedUpload(ContentHash Payload, ImageId Image, bool Duplicate, DateTimeOffset At);
