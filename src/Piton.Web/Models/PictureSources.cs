using System.Globalization;
using Piton.Domain.Images;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>What an <c>img</c> element offers the browser to choose from: only renditions that exist.</summary>
public sealed class PictureSources
{
    private readonly ImageId _id;
    private readonly IReadOnlyList<Rendition> _smallestFirst;

    /// <param name="image">Whose renditions they are.</param>
    /// <param name="widest">The most pixels across that the place can use; wider ones are left out unless there is no other.</param>
    public PictureSources(Image image, int widest = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(image);
        _id = image.Id;
        var fitting = image.Renditions.Where(rendition => rendition.Width <= widest).OrderBy(rendition => rendition.Width).ToList();
        _smallestFirst = fitting.Count > 0 ? fitting : [image.Renditions.MinBy(rendition => rendition.Width)!];
    }

    public Rendition Smallest => _smallestFirst[0];

    public Rendition Largest => _smallestFirst[^1];

    /// <summary>For the <c>srcset</c> attribute; null where there is nothing to choose, and so no attribute.</summary>
    public string? SrcSet => _smallestFirst.Count > 1 ? string.Join(',', _smallestFirst.Select(Candidate)) : null;

    public string PathOf(Rendition rendition)
    {
        ArgumentNullException.ThrowIfNull(rendition);
        return ImagePaths.Rendition(_id, rendition.Name);
    }

    private string Candidate(Rendition rendition) => string.Create(CultureInfo.InvariantCulture, $"{PathOf(rendition)} {rendition.Width}w");
}
