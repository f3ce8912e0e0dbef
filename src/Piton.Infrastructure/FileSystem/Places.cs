namespace Piton.Infrastructure.FileSystem;

/// <summary>Where folders lie to one another, whatever links lead to them.</summary>
internal static class Places
{
    /// <summary>Whether a folder, which need not exist yet, is another one or in it.</summary>
    public static bool IsWithin(string folder, string other)
    {
        if (Posix.IdentityOf(other) is not { } wanted)
        {
            return false;
        }

        var at = folder;
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } above)
        {
            at = above;
        }

        // Up by the folders themselves: the words of a path that leads over a link name others.
        for (var (here, up) = (Posix.IdentityOf(at), $"{at}/.."); ; up += "/..")
        {
            if (here == wanted)
            {
                return true;
            }

            var next = Posix.IdentityOf(up);
            if (next == here)
            {
                return false;
            }

            here = next;
        }
    }
}
