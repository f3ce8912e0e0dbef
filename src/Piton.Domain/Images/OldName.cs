using System.Text;

namespace Piton.Domain.Images;

/// <summary>The file name by which another installation served a picture: the last part of an address, and never part of a path.</summary>
public static class OldName
{
    /// <summary>The most bytes of UTF-8: as many as the name of a file has on Linux.</summary>
    public const int MaxBytes = 255;

    /// <summary>The most old names of one image; each change of an image writes all of them.</summary>
    public const int MaxOfAnImage = 100;

    /// <summary>Whether <paramref name="name"/> can be the name of a file in one folder.</summary>
    public static bool IsOne(string name) =>
        name is not ("" or "." or "..") && !name.Contains('/') && !name.Contains('\0') && Encoding.UTF8.GetByteCount(name) <= MaxBytes;
}
