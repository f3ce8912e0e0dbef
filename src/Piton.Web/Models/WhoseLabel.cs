using Piton.Application.Images.ListImages;

namespace Piton.Web.Models;

/// <summary>What people call each gallery.</summary>
public static class WhoseLabel
{
    /// <summary>The English text, by which it is found in other languages.</summary>
    public static string Label(this Whose whose) => whose switch
    {
        Whose.Gallery => "Gallery",
        Whose.Own => "Your pictures",
        Whose.All => "All pictures",
    };
}
