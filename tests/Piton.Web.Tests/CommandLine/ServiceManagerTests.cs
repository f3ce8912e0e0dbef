using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

public sealed class ServiceManagerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-notify-");
    private readonly Socket _manager = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public void Dispose()
    {
        _manager.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Server_ThatStartsAndStops_ShouldTellTheManager()
    {
        var path = Path.Combine(_folder.FullName, "notify");
        _manager.Bind(new UnixDomainSocketEndPoint(path));
        var told = new ServiceManager(path, NullLogger<ServiceManager>.Instance);

        await told.StartedAsync(CancellationToken.None);
        var ready = await HearAsync();
        await told.StoppingAsync(CancellationToken.None);

        Assert.Equal(("READY=1", "STOPPING=1"), (ready, await HearAsync()));
    }

    [Fact]
    public async Task Server_WhoseManagerHasAnAbstractName_ShouldTellIt()
    {
        var name = $"piton-notify-{Guid.NewGuid():N}";
        _manager.Bind(new UnixDomainSocketEndPoint("\0" + name));

        await new ServiceManager("@" + name, NullLogger<ServiceManager>.Instance).StartedAsync(CancellationToken.None);

        Assert.Equal("READY=1", await HearAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Server_WithoutAManager_ShouldTellNobody(string? path) =>
        Assert.Null(await Record.ExceptionAsync(() => new ServiceManager(path, NullLogger<ServiceManager>.Instance).StartedAsync(CancellationToken.None)));

    private async Task<string> HearAsync()
    {
        var buffer = new byte[64];
        using var patience = new CancellationTokenSource(Patience);
        return Encoding.ASCII.GetString(buffer, 0, await _manager.ReceiveAsync(buffer, patience.Token));
    }
}
