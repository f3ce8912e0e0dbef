using Microsoft.Playwright;
using Piton.Web.Tests;

namespace Piton.Browser.Tests;

/// <summary>Pictures to upload: photographs where the shared ones are there, else, and beyond them, pictures made in code, each unlike the others.</summary>
internal static class Photographs
{
    /// <summary>A file that says it is a picture and is none.</summary>
    public static FilePayload Broken { get; } = new() { Name = "broken.jpg", MimeType = "image/jpeg", Buffer = "No picture at all."u8.ToArray() };

    /// <param name="number">Which one, from 1.</param>
    public static FilePayload Take(int number)
    {
        var path = Path.Combine(SharedData.Repository, "..", "shared", "photos", "kodak", $"{number}.png");
        return File.Exists(path)
            ? new FilePayload { Name = $"photograph-{number}.png", MimeType = "image/png", Buffer = File.ReadAllBytes(path) }
            : new FilePayload { Name = $"photograph-{number}.jpg", MimeType = "image/jpeg", Buffer = TestImages.Jpeg(768, 512 + number) };
    }
}
