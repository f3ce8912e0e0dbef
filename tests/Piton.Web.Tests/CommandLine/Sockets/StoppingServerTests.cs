using System.Net;
using System.Net.Sockets;
using System.Text;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.Tests.CommandLine.Sockets;

/// <summary>A server that is told to stop while both a browser and a command are at work.</summary>
public sealed class StoppingServerTests : IDisposable
{
    // Less than the server gives an upload.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-stopping-");

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Command_WhenTheServerStopsDuringAnUpload_ShouldBeEndedBeforeTheUploadIs()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        using var form = Uploads.Form(TestImages.NoisyJpeg(1200, 900));
        using var gate = new GatedContent(form);
        var upload = piton.Client.PostAsync(Uploads.Api, gate);
        await gate.HalfWay;
        await Eventually.HoldsAsync(
            () => Directory.GetFileSystemEntries(Path.Combine(DataDirectory, "staging")).Length > 0, TimeSpan.FromSeconds(30), "the server began to stage the upload");
        using var caller = await CallAsync("""{"call":{"words":["users","create-admin","--email","x@example.org","--password-stdin"],"folder":"/tmp"}}""");
        using var answers = new StreamReader(new NetworkStream(caller));
        Assert.Equal("""{"wantsInput":true}""", await answers.ReadLineAsync());

        var stopped = piton.StopAsync();
        var said = await answers.ReadToEndAsync().WaitAsync(Patience);

        Assert.Contains("stopped before it was done", said, StringComparison.Ordinal);
        gate.GoOn();
        using var answer = await upload;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(0, await stopped);
    }

    private async Task<Socket> CallAsync(string message)
    {
        var socket = SocketFile.NewSocket();
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(DataDirectory, SocketFile.Name)));
        await socket.SendAsync(Encoding.UTF8.GetBytes(message + "\n"));
        return socket;
    }
}
