using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Piton.Application.Images.DownloadImages;
using Piton.Domain.Images;

namespace Piton.Web.Downloads;

/// <summary>
/// Images as one archive, written into the answer as they are read: neither memory nor disk holds it. Pictures are compressed already, so they are
/// stored as they are. An answer that breaks off lacks the archive's directory, so nobody takes a part for the whole.
/// </summary>
/// <param name="images">What is in it.</param>
/// <param name="now">From which the archive has its name.</param>
/// <param name="missingNote">Says of images that are not in it, by their ids, that they are not.</param>
internal sealed class ZipResult(IAsyncEnumerable<DownloadedImage> images, DateTimeOffset now, Func<IReadOnlyList<ImageId>, string> missingNote) : IActionResult
{
    private const string NoteName = "missing.txt";
    private const int PieceSize = 128 * 1024;

    // The times that an archive can tell, in steps of two seconds (PKWARE APPNOTE, 4.4.6).
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2107, 12, 31, 23, 59, 58, TimeSpan.Zero);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        var cancellation = context.HttpContext.RequestAborted;
        SetHeaders(response);
        await response.StartAsync(cancellation);

        // Disposing of it writes the directory, and so is left out where the archive is not whole.
        await using var body = new AnswerBodyStream(response.BodyWriter);
        var archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var names = new EntryNames();
        var missing = new List<ImageId>();
        await foreach (var image in images.WithCancellation(cancellation))
        {
            if (image.Rendition is { } opened)
            {
                await using var content = opened.Content;
                var name = names.Next(opened.Image.Name, opened.Facts.Format.Extension());
                await AddAsync(archive, name, opened.Image.CreatedAt, content, cancellation);
            }
            else
            {
                missing.Add(image.Id);
            }
        }

        if (missing.Count > 0)
        {
            using var note = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(missingNote(missing)));
            await AddAsync(archive, NoteName, now, note, cancellation);
        }

        await archive.DisposeAsync();
        await body.FlushAsync(cancellation);
    }

    private static async Task AddAsync(ZipArchive archive, string name, DateTimeOffset written, Stream content, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = written < Earliest ? Earliest : written > Latest ? Latest : written;
        await using var target = await entry.OpenAsync(cancellationToken);
        await content.CopyToAsync(target, PieceSize, cancellationToken);
    }

    private void SetHeaders(HttpResponse response)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"piton-{now.UtcDateTime:yyyyMMdd-HHmmss}.zip"));
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }
}
