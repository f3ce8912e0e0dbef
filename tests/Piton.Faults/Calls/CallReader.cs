using System.Runtime.InteropServices;
using System.Text;

namespace Piton.Faults.Calls;

/// <summary>Tells what a call is about.</summary>
/// <param name="folder">The calls that change something in it are told of, and no others.</param>
internal sealed class CallReader(string folder)
{
    private const int PathLength = 4096;
    private const int Arguments = 6;

    // struct seccomp_notif: id, thread, flags, then struct seccomp_data.
    private const int ThreadAt = 8;
    private const int NumberAt = 16;
    private const int ArgumentsAt = 32;

    private static readonly Dictionary<int, CallKind> Kinds = CallKind.All.ToDictionary(kind => kind.Number);

    /// <summary>Null where it is not about the folder.</summary>
    public DiskCall? Read(ReadOnlySpan<byte> notification)
    {
        var kind = Kinds[MemoryMarshal.Read<int>(notification[NumberAt..])];
        var thread = MemoryMarshal.Read<int>(notification[ThreadAt..]);
        var arguments = MemoryMarshal.Cast<byte, nint>(notification[ArgumentsAt..])[..Arguments].ToArray();
        var paths = kind.File is { } file
            ? [Target($"/proc/{thread}/fd/{arguments[file]}")]
            : kind.Paths.Select(path => Resolve(thread, path.Folder is { } at ? (int)arguments[at] : null, arguments[path.Path])).ToArray();
        return paths.Any(IsInside) ? new DiskCall(kind, string.Join(" → ", paths.Select(Within)), thread, arguments) : null;
    }

    private bool IsInside(string path) => path == folder || path.StartsWith(folder + '/', StringComparison.Ordinal);

    private string Within(string path) => IsInside(path) ? path[folder.Length..].TrimStart('/') : path;

    private static string Resolve(int thread, int? within, nint address)
    {
        var path = ReadText(thread, address);
        if (Path.IsPathRooted(path))
        {
            return path;
        }

        var parent = within is >= 0 ? $"/proc/{thread}/fd/{within}" : $"/proc/{thread}/cwd";
        return Path.Join(Target(parent), path);
    }

    // What is no file of the disk has a target such as "socket:[123]".
    private static string Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget ?? "";
        }
        catch (IOException)
        {
            // It was closed, or never was open: the call will say so.
            return "";
        }
    }

    private static string ReadText(int thread, nint address)
    {
        var bytes = new byte[PathLength];
        var length = Kernel.ReadMemory(thread, address, bytes);
        if (length < 0)
        {
            // Memory is read as far as it goes, but not across pages that are not there: up to the end of the first it is.
            length = Kernel.ReadMemory(thread, address, bytes.AsSpan(0, PathLength - (int)(address % PathLength)));
        }

        var end = Array.IndexOf(bytes, (byte)0, 0, Math.Max(0, length));
        return end < 0 ? "" : Encoding.UTF8.GetString(bytes, 0, end);
    }
}
