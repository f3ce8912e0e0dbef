using System.Diagnostics;
using System.Globalization;

namespace Piton.Faults.Disks;

/// <summary>A disk of a few hundred megabytes, in a file or in memory. Only root may have one.</summary>
internal sealed class SmallDisk : IDisposable
{
    // _IOR('X', 125, __u32)
    private const nuint ShutDown = 0x8004_587d;

    // What was not flushed is lost, the journal's last part too.
    private const int WithoutFlush = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-disk-");
    private readonly string[] _mount;

    private SmallDisk(params string[] mount)
    {
        _mount = mount;
        Directory.CreateDirectory(Root);
    }

    public string Root => Path.Combine(_folder.FullName, "mount");

    private string Image => Path.Combine(_folder.FullName, "image");

    /// <summary>An ext4 that lies in a file.</summary>
    public static async Task<SmallDisk> Ext4Async(int megabytes)
    {
        var disk = new SmallDisk("-o", "loop,errors=remount-ro");
        using (var image = File.Create(disk.Image))
        {
            image.SetLength(megabytes * 1024L * 1024);
        }

        await RunAsync("mkfs.ext4", "-q", "-F", disk.Image);
        await disk.MountAsync();
        return disk;
    }

    /// <summary>A tmpfs.</summary>
    /// <param name="options">Its size, say, or how many files it takes.</param>
    public static async Task<SmallDisk> MemoryAsync(string options)
    {
        var disk = new SmallDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.Root);
        return disk;
    }

    public Task MountAsync(params string[] options) => RunAsync("mount", [.. _mount, .. options, Image, Root]);

    public Task UnmountAsync() => RunAsync("umount", Root);

    /// <summary>Cuts the power: what is not on disk is lost, and every call from now on fails (EXT4_IOC_SHUTDOWN).</summary>
    public unsafe void CutPower()
    {
        using var root = File.OpenHandle(Path.Combine(Root, "power"), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        var how = WithoutFlush;
        if (Calls.Kernel.DeviceControl((int)root.DangerousGetHandle(), ShutDown, (nint)(&how)) != 0)
        {
            throw new InvalidOperationException("The file system cannot be shut down.");
        }
    }

    /// <summary>Has the file system find an error in itself, upon which it takes no more writes.</summary>
    public void TurnReadOnly()
    {
        var device = File.ReadLines("/proc/mounts").First(line => line.Contains($" {Root} ", StringComparison.Ordinal)).Split(' ')[0];
        File.WriteAllText($"/sys/fs/ext4/{Path.GetFileName(device)}/trigger_fs_error", "1");
    }

    public void Dispose()
    {
        using var unmount = Process.Start("umount", ["--lazy", Root]);
        unmount.WaitForExit();
        _folder.Delete(recursive: true);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{program} {string.Join(' ', arguments)} exits with {process.ExitCode}. Small disks need root, and a machine that lets it mount them."));
        }
    }
}
