using Ardalis.Result;
using Piton.Application.Images.OpenImport;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Web.CommandLine.Import;

/// <summary>Sends each file of a folder through the upload, as many at once as are converted at once.</summary>
internal sealed class FolderImport(CommandCall call, ImportListing listing, Account owner, string? visibility)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private int _done;

    public ImportReport Report { get; } = new(listing.Refusals);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = call.Services.GetRequiredService<ConversionQueueLimits>().Running,
            CancellationToken = stop.Token,
        };
        try
        {
            await Parallel.ForEachAsync(listing.Items, options, async (item, token) =>
            {
                if (!await TakeInAsync(item, token))
                {
                    await stop.CancelAsync();
                }

                call.Output.Progress("Importing", Interlocked.Increment(ref _done), listing.Items.Count);
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Unless the library takes no more, which the report says by then.
            Report.Interrupt("It was stopped.");
        }
    }

    /// <returns>Whether the library may take more.</returns>
    private async Task<bool> TakeInAsync(ImportItem item, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (result, code) = await TrySendAsync(item, cancellationToken);
            if (code == ErrorCode.Busy)
            {
                // Others upload meanwhile; there is time.
                await Task.Delay(BetweenTries, cancellationToken);
                continue;
            }

            if (code is ErrorCode.DiskFull or ErrorCode.ReadOnly)
            {
                Report.Interrupt(result!);
            }

            return !Report.IsStopped;
        }
    }

    // What the library's own disk does to one picture it will do to the next.
    private async Task<(string? Why, ErrorCode? Code)> TrySendAsync(ImportItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(item, cancellationToken);
        }
        catch (UnreadableImportException e)
        {
            Report.Refuse(new ImportRefusal(item.Path, ImportFlaw.Unreadable, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report.Interrupt($"The disk of the library failed. {e.Message}");
        }

        return (null, null);
    }

    private async Task<(string? Why, ErrorCode? Code)> SendAsync(ImportItem item, CancellationToken cancellationToken)
    {
        var opened = await call.SendAsync(new OpenImportQuery(call.Actor, listing, item), cancellationToken);
        return await opened.Match(
            async import =>
            {
                if (import.Content is not { } content)
                {
                    Report.Refuse(import.Refusal!);
                    return (null, (ErrorCode?)null);
                }

                await using (content)
                {
                    return Note(item, await call.SendAsync(CommandFor(item, new ImportedContent(content)), cancellationToken));
                }
            },
            why =>
            {
                Report.Refuse(item.Path, CommandResult.CodeOf(opened), why);
                return Task.FromResult<(string?, ErrorCode?)>((null, null));
            });
    }

    private UploadImageCommand CommandFor(ImportItem item, Stream content) =>
        new(call.Actor, item.FileName, content, Task.FromResult(new UploadDetails(Visibility: visibility)))
        {
            Imported = new ImportedFacts(owner.Id, item.CreatedAt, item.OldName),
        };

    private (string? Why, ErrorCode? Code) Note(ImportItem item, Result<UploadedImage> result)
    {
        var code = Unavailable.CodeOf(result);
        return result.Match<UploadedImage, (string?, ErrorCode?)>(
            uploaded =>
            {
                Report.Take(uploaded.Duplicate);
                if (uploaded.AtOldAddress is { } other)
                {
                    Report.Note(new TakenAddress(item.Path, $"/uploads/{item.OldName}", other.ToString()));
                }

                return (null, null);
            },
            why =>
            {
                if (CommandResult.IsForbidden(result))
                {
                    // Who runs the command may import; it is the owner who can have no more pictures.
                    Report.Stop("The account that was to get the pictures is not there any more. To go on for another, name it by --owner.");
                }
                else if (code is not (ErrorCode.Busy or ErrorCode.DiskFull or ErrorCode.ReadOnly))
                {
                    Report.Refuse(item.Path, CommandResult.CodeOf(result), why);
                }

                return (why, code);
            });
    }
}
