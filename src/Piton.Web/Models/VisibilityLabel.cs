using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>What people call the visibilities.</summary>
public static class VisibilityLabel
{
    /// <summary>The English text, by which it is found in other languages.</summary>
    public static string Label(this Visibility visibility) => visibility switch
    {
        Visibility.Public => "Everybody, in the gallery",
        Visibility.Unlisted => "Whoever has the link",
        Visibility.Private => "Only me",
    };

    /// <summary>The same of pictures that may be others'; the English text.</summary>
    public static string LabelOfSeveral(this Visibility visibility) => visibility switch
    {
        Visibility.Public or Visibility.Unlisted => visibility.Label(),
        Visibility.Private => "Only their owner",
    };

    /// <summary>The word on a picture that not everybody finds; the English text, null where everybody does.</summary>
    public static string? Badge(this Visibility visibility) => visibility switch
    {
        Visibility.Public => null,
        Visibility.Unlisted => "Unlisted",
        Visibility.Private => "Private",
    };
}
