using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>What people call each <see cref="ImageSort"/>, in English, which is the name of its text.</summary>
public static class SortLabel
{
    public static string Label(this ImageSort sort) => sort switch
    {
        ImageSort.Newest => "Newest first",
        ImageSort.Oldest => "Oldest first",
        ImageSort.Name => "Name, A to Z",
        ImageSort.NameDescending => "Name, Z to A",
        ImageSort.Size => "Largest first",
    };
}
