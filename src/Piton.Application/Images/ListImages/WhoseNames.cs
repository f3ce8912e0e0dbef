namespace Piton.Application.Images.ListImages;

/// <summary>What each <see cref="Whose"/> is called in addresses.</summary>
public static class WhoseNames
{
    private static readonly Dictionary<string, Whose> ByName = new(StringComparer.Ordinal)
    {
        ["gallery"] = Whose.Gallery,
        ["own"] = Whose.Own,
        ["all"] = Whose.All,
    };

    /// <summary>Every name, the default first.</summary>
    public static IReadOnlyCollection<string> All => ByName.Keys;

    public static string Name(this Whose whose) => ByName.First(pair => pair.Value == whose).Key;

    /// <summary>That of the name; the default for null or empty; null for any other text.</summary>
    public static Whose? FromName(string? name) =>
        string.IsNullOrEmpty(name) ? Whose.Gallery : ByName.TryGetValue(name, out var whose) ? whose : null;
}
