using Ardalis.Result;
using MediatR;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;

namespace Piton.Web.Uploads;

/// <summary>A file that is on its way through the use case, while the body behind it is still being read.</summary>
internal sealed class PendingUpload
{
    // Whoever completes it must not run the conversion on its own stack.
    private readonly TaskCompletionSource<UploadDetails> _details = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _bytesEnded;

    public PendingUpload(IMediator mediator, Actor actor, string fileName, Stream section, string? key, CancellationToken cancellationToken)
    {
        FileName = fileName;
        var content = new FileSectionStream(section);
        _bytesEnded = content.Ended;
        Result = mediator.Send(new UploadImageCommand(actor, fileName, content, _details.Task, key), cancellationToken);
    }

    public string FileName { get; }

    /// <summary>What the use case says. It waits for <see cref="CompleteAsync"/>, unless it refuses the file before.</summary>
    public Task<Result<UploadedImage>> Result { get; }

    /// <summary>Completes when the use case wants no more of the file's bytes, so that the body can be read on.</summary>
    public Task BytesTaken => Task.WhenAny(_bytesEnded, Result);

    /// <summary>
    /// Says what is known of the file now that the whole body has arrived, and waits for the end. A fault of one file is in its
    /// <see cref="Result"/>, and no matter of the others.
    /// </summary>
    public async Task CompleteAsync(UploadDetails known)
    {
        _details.TrySetResult(known);
        await ((Task)Result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
