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

    /// <summary>What is wrong with <paramref name="name"/>, or null where nothing is.</summary>
    public static NameFlaw? Check(string? name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => NameFlaw.Blank,
        { Length: > MaxLength } => NameFlaw.TooLong,
        _ => null,
    };

    /// <summary>The name of a picture whose sender gave none: its file name without the extension.</summary>
    public static string FromFileName(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var stem = dot > 0 ? fileName[..dot] : fileName;
        if (string.IsNullOrWhiteSpace(stem))
        {
            return Untitled;
        }

        return stem.Length <= MaxLength ? stem : stem[..CutLength(stem)];
    }

    // A cut between the halves of a surrogate pair would leave text that cannot be written as UTF-8.
    private static int CutLength(string stem) => char.IsHighSurrogate(stem[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
}
