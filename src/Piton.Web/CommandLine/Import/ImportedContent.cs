using Piton.Web.Uploads;

namespace Piton.Web.CommandLine.Import;

/// <summary>The bytes of a file to import. An old disk that fails at one of them is no fault of the library's.</summary>
/// <param name="file">Stays the caller's.</param>
internal sealed class ImportedContent(Stream file) : ForwardStream
{
    /// <exception cref="UnreadableImportException">The file cannot be read on.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await file.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableImportException(e);
        }
    }
}
