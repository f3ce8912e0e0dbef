using Microsoft.Win32.SafeHandles;
using Piton.Domain.Library;
using Piton.Infrastructure.Magick;
using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips;
using Piton.Infrastructure.Workers.Protocol;
using Piton.Infrastructure.Workers.Sandbox;

namespace Piton.Infrastructure.Workers.Inside;

/// <summary>Loads the decoders, gives up the last system calls, proves that it is shut in, and only then looks at pictures.</summary>
internal static class SecondStage
{
    /// <summary>What tells it from the first stage; behind it stands what that could not do.</summary>
    public const string Argument = "shut-in";

    private const int StandardInput = 0;
    private const int StandardOutput = 1;

    /// <param name="settings">What the server says.</param>
    /// <param name="gaps">What the first stage could not do.</param>
    public static int Run(WorkerSettings settings, IReadOnlyList<string> gaps)
    {
        using var input = new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        using var output = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        var pipe = new WorkerPipe(input, output);
        using var sniffer = new MediaTypeSniffer();
        try
        {
            var converter = new VipsConverter(sniffer);
            var found = settings.Sandbox == SandboxMode.Off ? [] : ShutIn(sniffer, settings.DataDirectory, gaps);
            WarmUp.Run(converter);
            pipe.Write(json => json.WorkerHello, new WorkerHello(null, found));
            new JobLoop(pipe, converter, settings.MaxMemoryBytes).Run();
            return 0;
        }
        catch (LibraryException refusal)
        {
            pipe.Write(json => json.WorkerHello, new WorkerHello(refusal.Message, []));
            return 1;
        }
    }

    /// <returns>What of the sandbox is missing or does not hold.</returns>
    private static IReadOnlyList<string> ShutIn(MediaTypeSniffer sniffer, string dataDirectory, IReadOnlyList<string> gaps)
    {
        // libmagic loads itself at the first question.
        _ = sniffer.MediaTypeOf("GIF89a"u8.ToArray());

        // Behind the filter no file can be made, in memory neither.
        MemoryFile.Prepare();
        var filtered = DecoderFilter.TryInstall();
        return
        [
            .. gaps,
            .. filtered ? [] : (string[])["seccomp is missing (CONFIG_SECCOMP_FILTER), so a decoder could use every system call."],
            .. SelfTest.Run(dataDirectory),
        ];
    }
}
