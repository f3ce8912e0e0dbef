using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Piton.Application.Refusals;
using Piton.Web.Results;

namespace Piton.Web.Uploads;

/// <summary>Reads multipart bodies (RFC 7578), and calls what is wrong with one a <see cref="BadHttpRequestException"/>.</summary>
internal static class Multipart
{
    // RFC 2046, section 5.1.1.
    private const int LongestBoundary = 70;
    private const int LongestField = 64 * 1024;

    /// <param name="request">Whose body is read.</param>
    /// <param name="maxBytes">The most bytes that the body may have.</param>
    /// <exception cref="BadHttpRequestException">The body is not <c>multipart/form-data</c> with a boundary, or says itself that it is longer.</exception>
    public static MultipartReader Open(HttpRequest request, long maxBytes)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedRequestException(new Refusal(
                ErrorCode.NotMultipart, "", "Pictures are sent as multipart/form-data, and this is content of another type."));
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            throw new BadHttpRequestException("The body has no boundary.");
        }

        return request.ContentLength > maxBytes
            ? throw BoundedBody.TooLong()
            : new MultipartReader(boundary, new BoundedBody(request.Body, maxBytes));
    }

    public static async Task<MultipartSection?> NextAsync(this MultipartReader reader, CancellationToken cancellationToken) =>
        await ReadAsync(async () => await reader.ReadNextSectionAsync(cancellationToken));

    /// <summary>The text of a field, which is short.</summary>
    /// <exception cref="BadHttpRequestException">It is not, or the body ends early.</exception>
    public static async Task<string> ReadTextAsync(this MultipartSection section, string field, CancellationToken cancellationToken)
    {
        using var lease = MemoryPool<byte>.Shared.Rent(LongestField + 1);
        var buffer = lease.Memory[..(LongestField + 1)];
        var count = await ReadAsync(() => section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
        return count <= LongestField
            ? Encoding.UTF8.GetString(buffer.Span[..count])
            : throw new RefusedRequestException(new Refusal(
                ErrorCode.TextTooLong, field, "A text in the form has more than {0:N0} bytes, which no field may have.", LongestField));
    }

    /// <summary>Runs <paramref name="read"/>, and blames the sender for a body that is cut off or malformed.</summary>
    public static async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The multipart body is malformed or ended early.", fault);
        }
    }
}
