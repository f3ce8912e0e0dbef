using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Piton.Domain.Images;

/// <summary>The rules of naming. A name is text: any characters will do, and it is shown as it came.</summary>
public static class ImageName
{
    /// <summary>The most UTF-16 code units in a name.</summary>
    public const int MaxLength = 500;

    /// <summary>The most UTF-16 code units in the file name that came with a picture.</summary>
    public const int MaxFileNameLength = 1000;

    /// <summary>What a picture is called when neither its sender nor its file name says.</summary>
    public const string Untitled = "untitled";

    // What a camera or an editor puts behind the last dot: JPG, webp, mp4.
    private const int LongestExtension = 5;

    /// <summary>What is wrong with <paramref name="name"/>, or null where nothing is.</summary>
    public static NameFlaw? Check(string? name) => name switch
    {
        _ when IsBlank(name) => NameFlaw.Blank,
        { Length: > MaxLength } => NameFlaw.TooLong,
        _ => null,
    };

    /// <summary>Whether nothing of <paramref name="name"/> can be seen: there is none, or only spaces, control and format characters.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? name) => name is null || name.EnumerateRunes().All(IsInvisible);

    /// <summary>The name of a picture whose sender gave none: its file name without the extension.</summary>
    public static string FromFileName(string fileName)
    {
        var stem = fileName[..^ExtensionLength(fileName)];
        var name = stem.Length <= MaxLength ? stem : stem[..CutLength(stem)];
        return IsBlank(name) ? Untitled : name;
    }

    private static bool IsInvisible(Rune letter) => Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;

    // With its dot; 0 where what stands behind the last dot is text of another kind: "Mr. Smith", "3.14", "../etc".
    private static int ExtensionLength(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var extension = fileName[(dot + 1)..];
        var isExtension = dot > 0
            && extension.Length <= LongestExtension
            && extension.All(char.IsAsciiLetterOrDigit)
            && extension.Any(char.IsAsciiLetter);
        return isExtension ? fileName.Length - dot : 0;
    }

    // A cut between the halves of a surrogate pair would leave text that cannot be written as UTF-8.
    private static int CutLength(string stem) => char.IsHighSurrogate(stem[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
}
