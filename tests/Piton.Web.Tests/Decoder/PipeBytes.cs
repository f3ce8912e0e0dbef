using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Piton.Web.Tests.Decoder;

/// <summary>Looks into a pipe without taking anything out.</summary>
internal static class PipeBytes
{
    private const nuint CountWaiting = 0x541b;

    public static int Waiting(SafeFileHandle pipe)
    {
        var count = 0;
        Assert.Equal(0, Control((int)pipe.DangerousGetHandle(), CountWaiting, ref count));
        return count;
    }

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, nuint request, ref int count);
}
