using System.Runtime.InteropServices;

namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>Shuts a thread, and whatever program it becomes, out of every file but those that are named (landlock(7)).</summary>
internal static partial class Landlock
{
    private const int CreateRuleset = 444;
    private const int AddRule = 445;
    private const int RestrictSelf = 446;
    private const int AskForVersion = 1;
    private const int PathBeneath = 1;

    private const ulong Execute = 1 << 0;
    private const ulong ReadFile = 1 << 2;
    private const ulong ReadFolder = 1 << 3;

    private const int PathOnly = 0x20_0000;
    private const int CloseOnExec = 0x8_0000;

    // struct landlock_ruleset_attr: rights on files, on the network, and what reaches other processes.
    private const int AttributesOfFiles = 8;
    private const int AttributesOfNetwork = 16;
    private const int AttributesOfScopes = 24;

    /// <summary>The newest set of rules that the kernel knows; 0 where it knows none.</summary>
    public static int Version => (int)Math.Max(0, Linux.Call(CreateRuleset, 0, 0, AskForVersion));

    /// <summary>Binds the calling thread for good. What the kernel can forbid is forbidden, except to read and run what is named.</summary>
    /// <param name="readable">Files and folders; those that are not there are passed over.</param>
    /// <returns>Whether the kernel did it.</returns>
    public static unsafe bool TryRestrict(IEnumerable<string> readable)
    {
        var version = Version;
        if (version == 0)
        {
            return false;
        }

        var attributes = stackalloc ulong[] { RightsOnFiles(version), 0b11, 0b11 };
        var size = version switch
        {
            >= 6 => AttributesOfScopes,
            >= 4 => AttributesOfNetwork,
            _ => AttributesOfFiles,
        };
        var ruleset = (int)Linux.Call(CreateRuleset, (nint)attributes, size);
        if (ruleset < 0)
        {
            return false;
        }

        foreach (var path in readable)
        {
            Allow(ruleset, path);
        }

        return Linux.Call(RestrictSelf, ruleset) == 0;
    }

    /// <summary>Every right on files that this version can take away, one bit each.</summary>
    private static ulong RightsOnFiles(int version) => version switch
    {
        >= 5 => 0xffff,
        >= 3 => 0x7fff,
        2 => 0x3fff,
        _ => 0x1fff,
    };

    private static unsafe void Allow(int ruleset, string path)
    {
        var descriptor = Open(path, PathOnly | CloseOnExec);
        if (descriptor < 0)
        {
            return;
        }

        // struct landlock_path_beneath_attr is packed: eight bytes and four.
        var rule = stackalloc byte[12];
        *(ulong*)rule = Execute | ReadFile | (Directory.Exists(path) ? ReadFolder : 0);
        *(int*)(rule + sizeof(ulong)) = descriptor;
        _ = Linux.Call(AddRule, ruleset, PathBeneath, (nint)rule);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
