using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Json;
using Enums = NetVips.Enums;
using VipsImage = NetVips.Image;

namespace Piton.Benchmarks;

/// <summary>A library of many images with files that a browser can show: some pictures of different shapes, over and over.</summary>
internal static class PicturedLibrary
{
    private const int LongSide = 800;
    private const int SmallWidth = 320;
    private const int MostPictures = 24;

    private static readonly (int Width, int Height)[] Shapes = [(800, 533), (533, 800), (800, 600), (800, 450), (800, 800), (600, 800)];

    public static void Write(string dataDirectory, int count)
    {
        var templates = Templates().ToArray();
        var directory = new DataDirectory(dataDirectory);
        var images = LibraryGenerator.Images(count).Select((image, number) => Pictured(image, templates[number % templates.Length])).ToArray();
        foreach (var (image, number) in images.Select((image, number) => (image, number)))
        {
            var folder = directory.FolderOf(image.Id);
            Directory.CreateDirectory(folder);
            foreach (var (rendition, content) in image.Renditions.Zip(templates[number % templates.Length].Contents))
            {
                File.WriteAllBytes(Path.Combine(folder, rendition.FileName), content);
            }
        }

        CatalogLogWriter.Write(new LogDisk(), directory.Catalogue, images);
    }

    private static IEnumerable<Template> Templates()
    {
        var photographs = Repository.Shared("*.png", "photos", "clic").Take(MostPictures).ToList();
        return photographs.Count == 0
            ? Shapes.Select((shape, _) => Template.Of(Pictures.Synthetic(shape.Width, shape.Height), shape))
            : photographs.Select((path, number) => Template.Of(File.ReadAllBytes(path), Shapes[number % Shapes.Length]));
    }

    private static Image Pictured(Image image, Template template) => image with
    {
        Width = template.Width,
        Height = template.Height,
        Renditions =
        [
            image.Renditions[0] with { Width = template.Width, Height = template.Height, Bytes = template.Contents[0].Length },
            image.Renditions[^1] with { Width = SmallWidth, Height = template.SmallHeight, Bytes = template.Contents[1].Length },
        ],
    };

    private sealed record Template(int Width, int Height, int SmallHeight, byte[][] Contents)
    {
        public static Template Of(byte[] picture, (int Width, int Height) shape)
        {
            using var full = VipsImage.ThumbnailBuffer(picture, shape.Width, height: shape.Height, crop: Enums.Interesting.Centre);
            using var small = full.ThumbnailImage(SmallWidth, height: LongSide);
            return new Template(full.Width, full.Height, small.Height, [Save(full), Save(small)]);
        }

        private static byte[] Save(VipsImage picture) => picture.WebpsaveBuffer(q: 80, effort: 2, keep: Enums.ForeignKeep.None);
    }
}
