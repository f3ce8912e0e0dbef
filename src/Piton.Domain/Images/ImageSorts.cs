namespace Piton.Domain.Images;

/// <summary>What each <see cref="ImageSort"/> is called in addresses.</summary>
public static class ImageSorts
{
    private static readonly Dictionary<string, ImageSort> ByName = new(StringComparer.Ordinal)
    {
        ["newest"] = ImageSort.Newest,
        ["oldest"] = ImageSort.Oldest,
        ["name"] = ImageSort.Name,
        ["name-desc"] = ImageSort.NameDescending,
        ["size"] = ImageSort.Size,
    };

    /// <summary>Every name, the default first.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The sort of that name; the default, <see cref="ImageSort.Newest"/>, for null or empty; null for any other text.</summary>
    public static ImageSort? FromName(string? name) =>
        string.IsNullOrEmpty(name) ? ImageSort.Newest
        : ByName.TryGetValue(name, out var sort) ? sort
        : null;

    /// <summary>Whether it goes by when images were added, so that the images of a month stand together.</summary>
    public static bool IsByDate(this ImageSort sort) => sort is ImageSort.Newest or ImageSort.Oldest;
}
