using Ardalis.Result;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Web.Results;

namespace Piton.Web.Uploads;

/// <summary>Receives the upload form: first its antiforgery token, in a header or as the first field, and only then a file.</summary>
public sealed partial class FormUpload(
    UploadReader uploads, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, ILogger<FormUpload> logger)
{
    /// <exception cref="AntiforgeryValidationException">There is no valid token in front of the files.</exception>
    /// <exception cref="BadHttpRequestException">The body is malformed, ends early, or has more in it than is allowed.</exception>
    public async Task<Result<UploadVerdicts>> ReceiveAsync(HttpContext context, Actor actor, CancellationToken cancellationToken)
    {
        // The use case asks as well; here nothing is read for nothing.
        if (!actor.May(Right.UploadImages))
        {
            return Result.Forbidden();
        }

        var reader = uploads.Open(context.Request, UploadForm.Page);
        var first = await reader.NextAsync(cancellationToken);
        if (await TokenOfAsync(first, cancellationToken) is { } token)
        {
            // In the header's place, where the check finds it without reading the form.
            context.Request.Headers.TryAdd(options.Value.HeaderName!, token);
            first = null;
        }

        await CheckTokenAsync(context);
        var files = await uploads.ReadAsync(reader, first, UploadForm.Page, actor, null, cancellationToken);
        return files.Count == 0
            ? Result.Invalid(new Refusal(ErrorCode.NoFile, UploadForm.Page.File, "There is no picture in the form. Choose at least one."))
            : new UploadVerdicts([.. files.Select(file => Verdict(file, context))]);
    }

    private async Task<string?> TokenOfAsync(MultipartSection? section, CancellationToken cancellationToken) =>
        section?.AsFormDataSection() is { } field && field.Name == options.Value.FormFieldName
            ? await section.ReadTextAsync(field.Name, cancellationToken)
            : null;

    private async Task CheckTokenAsync(HttpContext context)
    {
        // Without the header the check would read the whole form into memory.
        if (!context.Request.Headers.ContainsKey(options.Value.HeaderName!))
        {
            throw new AntiforgeryValidationException("The token is neither in the header nor the first field of the form.");
        }

        await antiforgery.ValidateRequestAsync(context);
    }

    private UploadVerdict Verdict(PendingUpload file, HttpContext context)
    {
        if (file.Result.Exception?.InnerException is { } fault)
        {
            LogFault(fault);
            return new UploadVerdict(file.FileName, null, false, FaultTable.FailureFor(context, fault, StatusCodes.Status500InternalServerError));
        }

        return file.Result.Result.Match(
            context,
            uploaded => new UploadVerdict(file.FileName, uploaded.Image, uploaded.Duplicate, null),
            failure => new UploadVerdict(file.FileName, null, false, failure));
    }

    [LoggerMessage(LogLevel.Error, "A file of a form could not be taken in.")]
    private partial void LogFault(Exception fault);
}
