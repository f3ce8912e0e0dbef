using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Puts together what is known of a new image.</summary>
internal static class NewImage
{
    public static Image Describe(
        UploadImageCommand request, UploadDetails details, IStagedUpload upload, Conversion conversion, KeepPolicy keep, DateTimeOffset now)
    {
        var (header, converted) = conversion;
        var full = converted.Renditions[0].Facts;
        return new Image
        {
            Id = ImageId.New(),
            Name = ImageName.IsBlank(details.Name) ? ImageName.FromFileName(request.FileName) : details.Name,
            FileName = request.FileName,
            Alt = string.IsNullOrWhiteSpace(details.Alt) ? null : details.Alt,
            Owner = request.Owner,
            Visibility = Visibilities.FromName(details.Visibility) ?? Visibility.Public,
            OldNames = request.Imported?.OldName is { } oldName ? [oldName] : [],
            CreatedAt = request.Imported?.CreatedAt ?? now,
            Width = full.Width,
            Height = full.Height,
            Frames = converted.Frames,
            Placeholder = converted.Placeholder,
            Source = new ImageSource(header.Format, upload.Bytes, upload.Hash, keep.Original),
            Conversion = converted.Report,
            Photo = keep.Location ? converted.Photo : converted.Photo?.WithoutPosition(),
            Renditions = [.. converted.Renditions.Select(rendition => rendition.Facts)],
        };
    }
}
