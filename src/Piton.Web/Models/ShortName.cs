namespace Piton.Web.Models;

/// <summary>A name as a notice says it.</summary>
public static class ShortName
{
    // A notice travels in a cookie, which holds 6 bytes for each letter that is not ASCII, and proxies give all headers 4 KiB together.
    private const int Longest = 60;

    /// <summary>The first 60 UTF-16 code units of <paramref name="name"/>, in whole characters; all of it where it is no longer.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length <= Longest)
        {
            return name;
        }

        return name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)] + '…';
    }
}
