using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.DownloadImages;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Images;
using Piton.Web.Downloads;
using Piton.Web.Tests.Models;

namespace Piton.Web.Tests.Downloads;

public sealed class ZipResultTests
{
    [Fact]
    public async Task Execute_WhenTheClientHangsUp_ShouldEndAndDisposeOfWhatIsOpen()
    {
        using var hangUp = new CancellationTokenSource();
        var opened = new List<MemoryStream>();
        var context = new DefaultHttpContext { RequestAborted = hangUp.Token, Response = { Body = new MemoryStream() } };
        var result = new ZipResult(Images(opened, behindTheSecond: hangUp.Cancel), DateTimeOffset.UnixEpoch, _ => "");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => result.ExecuteResultAsync(new ActionContext { HttpContext = context }));

        Assert.Equal(3, opened.Count);
        Assert.All(opened, content => Assert.False(content.CanRead));
    }

    [Fact]
    public async Task Execute_WhenAFileFailsHalfWay_ShouldLeaveTheArchiveWithoutItsDirectory()
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        var result = new ZipResult(Images([], behindTheSecond: () => throw new IOException("No good.")), DateTimeOffset.UnixEpoch, _ => "");

        await Assert.ThrowsAsync<IOException>(() => result.ExecuteResultAsync(new ActionContext { HttpContext = context }));

        Assert.NotEqual(0, body.Length);
        Assert.Equal(-1, body.ToArray().AsSpan().IndexOf("PK\u0001\u0002"u8));
    }

    private static async IAsyncEnumerable<DownloadedImage> Images(List<MemoryStream> opened, Action behindTheSecond)
    {
        for (var i = 0; i < 100; i++)
        {
            await Task.Yield();
            if (i == 2)
            {
                behindTheSecond();
            }

            var image = PictureFactory.Create(100, 100);
            var content = new MemoryStream(new byte[1000]);
            opened.Add(content);
            yield return new DownloadedImage(image.Id, new OpenedRendition(image, image.Full, content));
        }
    }
}
