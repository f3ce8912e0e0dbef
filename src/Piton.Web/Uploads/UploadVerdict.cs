using Piton.Domain.Images;
using Piton.Web.Results;

namespace Piton.Web.Uploads;

/// <summary>What became of one file of an upload: an image, or the reason why not.</summary>
/// <param name="FileName">The file's name as it was sent.</param>
/// <param name="Image">The image; null where the file was refused.</param>
/// <param name="Duplicate">Whether the library had the same bytes already.</param>
/// <param name="Failure">Why the file was refused; null where it was not.</param>
public sealed record UploadVerdict(string FileName, Image? Image, bool Duplicate, Failure? Failure);
