using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Library;
using Piton.Infrastructure.Tests.Workers;

namespace Piton.Infrastructure.Tests;

/// <summary>This assembly as a program: the second process that some tests need.</summary>
internal static class SecondProcess
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [ProbeProgram.Name, ..]:
                return ProbeProgram.Run(arguments);
            case [OlderKernel.Name, ..]:
                return OlderKernel.Run(arguments);
            case [OtherUser.Name, var dataDirectory]:
                return OtherUser.RunAsync(dataDirectory).GetAwaiter().GetResult();
            case [var dataDirectory]:
                ChildProcess.Hold(dataDirectory);
                return 0;
            default:
                return PitonDecodeWorker.Run(arguments);
        }
    }
}
