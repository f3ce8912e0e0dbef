namespace Piton.Domain.Images;

/// <summary>What each <see cref="Visibility"/> is called in addresses, forms and JSON.</summary>
public static class Visibilities
{
    private static readonly Dictionary<string, Visibility> ByName = new(StringComparer.Ordinal)
    {
        ["public"] = Visibility.Public,
        ["unlisted"] = Visibility.Unlisted,
        ["private"] = Visibility.Private,
    };

    /// <summary>Every name, the default first.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static string Name(this Visibility visibility) => ByName.First(pair => pair.Value == visibility).Key;

    /// <summary>The visibility of that name; null for any other text.</summary>
    public static Visibility? FromName(string? name) =>
        name is not null && ByName.TryGetValue(name, out var visibility) ? visibility : null;
}
