namespace Piton.Web.Renditions;

/// <summary>Names of files as others save them.</summary>
internal static class FileNames
{
    // In UTF-8, with room for the ending: more than 255 bytes no file system of today takes, and nginx no header of several thousand.
    private const int LongestName = 240;

    /// <summary>The name as far as there is room for it, in whole characters.</summary>
    public static string Cut(string name)
    {
        var length = 0;
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestName)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
