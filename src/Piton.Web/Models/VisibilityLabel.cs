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
        Visibility.Private => "Only I",
    };
}
