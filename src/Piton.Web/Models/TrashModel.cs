using Microsoft.AspNetCore.WebUtilities;
using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>A page of the trash.</summary>
/// <param name="Page">What it lists.</param>
/// <param name="Policy">How long the trash keeps it.</param>
/// <param name="After">The cursor that led here; null on the first page.</param>
public sealed record TrashModel(CatalogPage Page, TrashPolicy Policy, string? After)
{
    public bool IsFirstPage => string.IsNullOrEmpty(After);

    public string? NextPath => Page.Next is { } next ? QueryHelpers.AddQueryString("/trash", "after", next.ToString()) : null;

    /// <summary>When the time of an image in the trash is over, UTC.</summary>
    public DateTime EndOf(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return ((image.DeletedAt ?? image.CreatedAt) + Policy.KeepFor).UtcDateTime;
    }
}
