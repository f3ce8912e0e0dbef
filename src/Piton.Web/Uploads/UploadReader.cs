using Ardalis.Result;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Results;

namespace Piton.Web.Uploads;

/// <summary>
/// Reads an upload section by section, never whole in memory, and sends a command for each file while it arrives. Nothing is converted
/// before the body has arrived to its end: one that is cut off leaves nothing behind, and a name may stand behind its file.
/// </summary>
public sealed class UploadReader(IMediator mediator, ConversionQueueLimits conversions, UploadBounds bounds)
{
    /// <summary>Opens the body of a form, of which no more is read than it may hold.</summary>
    /// <exception cref="BadHttpRequestException">The body is no form, or too long.</exception>
    internal MultipartReader Open(HttpRequest request, UploadForm form) => Multipart.Open(request, bounds.MaxBytes(form), bounds.TooMuch(form));

    /// <param name="reader">The body.</param>
    /// <param name="first">A section that was read already; null where none was.</param>
    /// <param name="form">What the fields are called.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="key">By which the sender knows it; null for none.</param>
    /// <param name="cancellationToken">Fires when the client hangs up.</param>
    /// <returns>Each file with its result, in the order in which they were sent; none where there was no file.</returns>
    /// <exception cref="BadHttpRequestException">The body is malformed, ends early, or has more in it than the form allows.</exception>
    internal async Task<IReadOnlyList<PendingUpload>> ReadAsync(
        MultipartReader reader, MultipartSection? first, UploadForm form, Actor actor, string? key, CancellationToken cancellationToken)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var fields = new UploadFields(form);
        var files = new List<PendingUpload>();
        var sections = 0;
        try
        {
            for (var section = first ?? await reader.NextAsync(cancellationToken);
                section is not null;
                section = await reader.NextAsync(cancellationToken))
            {
                if (++sections > bounds.MaxSections(form))
                {
                    throw bounds.TooMuch(form);
                }

                await TakeAsync(section, form, fields, files, actor, key, abandon.Token);
            }

            var turns = new ParallelOptions { MaxDegreeOfParallelism = conversions.Running, CancellationToken = abandon.Token };
            await Parallel.ForAsync(0, files.Count, turns, async (index, _) => await files[index].CompleteAsync(fields.DetailsOf(index)));
            cancellationToken.ThrowIfCancellationRequested();
            return files;
        }
        finally
        {
            // After a bad request, whoever still waits lets go of its staged bytes before the answer is sent.
            await abandon.CancelAsync();
            await ((Task)Task.WhenAll(files.Select(file => file.Result))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads the form of the API, and says what became of its one file.</summary>
    /// <exception cref="BadHttpRequestException">As above.</exception>
    public async Task<Result<UploadedImage>> ReadOneAsync(HttpRequest request, Actor actor, CancellationToken cancellationToken)
    {
        // The use case asks as well; here nothing is read for nothing.
        if (!actor.May(Right.UploadImages))
        {
            return Result.Forbidden();
        }

        var files = await ReadAsync(Open(request, UploadForm.Api), null, UploadForm.Api, actor, IdempotencyKey.Of(request), cancellationToken);
        return files is [var file]
            ? await file.Result
            : Result.Invalid(new Refusal(ErrorCode.NoFile, UploadForm.Api.File, "There is no picture in the form. Send one as the field \"file\"."));
    }

    private async Task TakeAsync(
        MultipartSection section, UploadForm form, UploadFields fields, List<PendingUpload> files, Actor actor, string? key, CancellationToken cancellationToken)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            return;
        }

        var field = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (!disposition.IsFileDisposition())
        {
            fields.Add(field, await section.ReadTextAsync(field, cancellationToken));
        }
        else if (field == form.File && FileNameOf(disposition) is { Length: > 0 } fileName)
        {
            // A form on which nothing was chosen sends a file without a name, and passes here without one.
            if (files.Count == bounds.MaxFiles(form))
            {
                throw form.Several
                    ? bounds.TooMuch(form)
                    : new RefusedRequestException(new Refusal(
                        ErrorCode.TooManyFiles, form.File, "There is more than one picture in the request. Send a request for each."));
            }

            var file = new PendingUpload(mediator, actor, fileName, section.Body, key, cancellationToken);
            files.Add(file);
            await file.BytesTaken;
        }
    }

    private static string FileNameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.HasValue
            ? disposition.FileNameStar.ToString()
            : Unescape(HeaderUtilities.RemoveQuotes(disposition.FileName).ToString());

    // Browsers escape these three characters in a file name and no others (WHATWG HTML, "multipart/form-data encoding algorithm").
    private static string Unescape(string fileName) => fileName
        .Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);
}
