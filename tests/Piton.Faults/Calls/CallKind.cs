namespace Piton.Faults.Calls;

/// <summary>A call of the kernel that can change what is on the disk.</summary>
/// <param name="Number">On x64.</param>
/// <param name="Name">As strace calls it.</param>
/// <param name="NeedsRoom">Whether a full disk may let it fail.</param>
internal sealed record CallKind(int Number, string Name, bool NeedsRoom)
{
    /// <summary>Which argument is an open file; null where none is.</summary>
    public int? File { get; init; }

    /// <summary>Which arguments are paths, each with the argument that holds the folder that it counts from, or without.</summary>
    public (int? Folder, int Path)[] Paths { get; init; } = [];

    /// <summary>Which argument holds the flags without which it changes nothing.</summary>
    public int? Flags { get; init; }

    /// <summary>Whether it puts on disk what was written.</summary>
    public bool IsFlush => Name is "fsync" or "fdatasync";

    /// <summary>All that is looked at.</summary>
    public static IReadOnlyList<CallKind> All { get; } =
    [
        OnFile(1, "write"), OnFile(18, "pwrite64"), OnFile(20, "writev"), OnFile(296, "pwritev"), OnFile(328, "pwritev2"),
        OnFile(74, "fsync"), OnFile(75, "fdatasync"), OnFile(285, "fallocate"), OnFile(40, "sendfile"), OnFile(326, "copy_file_range", argument: 2),
        OnFile(77, "ftruncate", needsRoom: false), OnFile(91, "fchmod", needsRoom: false),
        OnPaths(82, "rename", (null, 0), (null, 1)), OnPaths(264, "renameat", (0, 1), (2, 3)), OnPaths(316, "renameat2", (0, 1), (2, 3)),
        OnPaths(86, "link", (null, 0), (null, 1)), OnPaths(265, "linkat", (0, 1), (2, 3)),
        OnPaths(88, "symlink", (null, 1)), OnPaths(266, "symlinkat", (1, 2)),
        OnPaths(83, "mkdir", (null, 0)), OnPaths(258, "mkdirat", (0, 1)),
        OnPaths(76, "truncate", (null, 0)) with { NeedsRoom = false }, OnPaths(90, "chmod", (null, 0)) with { NeedsRoom = false },
        OnPaths(84, "rmdir", (null, 0)) with { NeedsRoom = false }, OnPaths(87, "unlink", (null, 0)) with { NeedsRoom = false },
        OnPaths(263, "unlinkat", (0, 1)) with { NeedsRoom = false },
        OnPaths(85, "creat", (null, 0)), OnPaths(2, "open", (null, 0)) with { Flags = 1 }, OnPaths(257, "openat", (0, 1)) with { Flags = 2 },
    ];

    private static CallKind OnFile(int number, string name, int argument = 0, bool needsRoom = true) => new(number, name, needsRoom) { File = argument };

    private static CallKind OnPaths(int number, string name, params (int? Folder, int Path)[] paths) => new(number, name, NeedsRoom: true) { Paths = paths };
}
