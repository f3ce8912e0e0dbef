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
    /// <param name="widest">
    /// The most pixels across that the place can use. The first rendition that has them is the last that is offered: where one of just that size
    /// is missing, the next larger one weighs less than it would have.
    /// </param>
    public PictureSources(Image image, int widest = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(image);
        _id = image.Id;
        var smallestFirst = image.Renditions.OrderBy(rendition => rendition.Width).ToList();
        var useful = smallestFirst.FindIndex(rendition => rendition.Width >= widest) + 1;
        _smallestFirst = useful > 0 ? smallestFirst[..useful] : smallestFirst;
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
