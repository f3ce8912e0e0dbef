using System.Net.Sockets;
using System.Text;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.Tests.CommandLine.Sockets;

/// <summary>Something at the socket of a data folder that a caller takes for the server: it says what a test gives it, and hangs up.</summary>
internal sealed class FakeServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-fake-");
    private readonly Socket _listener = SocketFile.NewSocket();
    private readonly Task<string> _heard;

    /// <param name="said">Lines for the caller, which come once it has said something.</param>
    public FakeServer(params string[] said)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, SocketFile.Name)));
        _listener.Listen();
        _heard = AnswerAsync(said);
    }

    /// <summary>All that the caller has said, once it is gone.</summary>
    public Task<string> Heard => _heard;

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(string input, params string[] words) =>
        PitonProcess.RunWithInputAsync(input, [.. words, "--Piton:DataDirectory", _folder.FullName]);

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> AnswerAsync(string[] said)
    {
        using var caller = await _listener.AcceptAsync();
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        heard.Append(Encoding.UTF8.GetString(buffer, 0, await caller.ReceiveAsync(buffer)));
        foreach (var line in said)
        {
            await caller.SendAsync(Encoding.UTF8.GetBytes(line + "\n"));
        }

        caller.Shutdown(SocketShutdown.Send);
        while (await caller.ReceiveAsync(buffer) is > 0 and var length)
        {
            heard.Append(Encoding.UTF8.GetString(buffer, 0, length));
        }

        return heard.ToString();
    }
}
