using Piton.Domain.Access;

namespace Piton.Domain.Images;

/// <summary>A picture in the library, with all that is known of it but its bytes. Never changed: a change makes a new one.</summary>
public sealed record Image
{
    /// <summary>The most UTF-16 code units in <see cref="Alt"/>.</summary>
    public const int MaxAltLength = 2000;

    public required ImageId Id { get; init; }

    /// <summary>What people call it; obeys <see cref="ImageName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the file as it was sent. It is text, and never part of a path.</summary>
    public required string FileName { get; init; }

    /// <summary>What it shows, for those who cannot see it; null where nobody said.</summary>
    public string? Alt { get; init; }

    /// <summary>The account it belongs to; null where it was uploaded without one.</summary>
    public AccountId? Owner { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>The file names by which another installation served it, before it was imported; each obeys <see cref="OldName.IsOne"/>.</summary>
    public IReadOnlyList<string> OldNames { get; init; } = [];

    /// <summary>When it was added, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it went to the trash, UTC; null where it has not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Pixels across, upright.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down, upright.</summary>
    public required int Height { get; init; }

    /// <summary>1 for a still picture.</summary>
    public required int Frames { get; init; }

    public required Placeholder Placeholder { get; init; }

    public required ImageSource Source { get; init; }

    public required ConversionReport Conversion { get; init; }

    /// <summary>What the camera wrote beside the picture; null where nothing is known.</summary>
    public PhotoFacts? Photo { get; init; }

    /// <summary>The stored files, largest first; <see cref="RenditionName.Full"/> is always the first.</summary>
    public required IReadOnlyList<Rendition> Renditions { get; init; }

    public bool IsInTrash => DeletedAt is not null;

    /// <summary>Bytes of all its files in the store: the renditions, and the original where it is kept.</summary>
    public long StoredBytes => Renditions.Aggregate(Source.Kept ? Source.Bytes : 0, (sum, rendition) => sum + rendition.Bytes);

    public Rendition Full => Renditions[0];

    public Rendition? Find(RenditionName name) => Renditions.FirstOrDefault(rendition => rendition.Name == name);

    /// <summary>Whether there is an original that <paramref name="actor"/> may see: its owner alone may; an administrator where it has none.</summary>
    public bool ShowsOriginalTo(Actor actor) =>
        Source.Kept && (actor.May(Right.OpenOriginals, Owner) || (Owner is null && actor.May(Right.OpenOriginals) && actor.May(Right.Administer)));

    /// <param name="name">A name that <see cref="ImageName.Check"/> has passed.</param>
    public Image Rename(string name)
    {
        if (ImageName.Check(name) is { } flaw)
        {
            throw new ArgumentException($"Not a name: {flaw}.", nameof(name));
        }

        return this with { Name = name };
    }

    /// <param name="alt">At most <see cref="MaxAltLength"/> UTF-16 code units; blank for nothing.</param>
    public Image Describe(string alt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(alt.Length, MaxAltLength);
        return this with { Alt = string.IsNullOrWhiteSpace(alt) ? null : alt };
    }

    /// <summary>Lets it be found by an old name as well; one that has as many as it may stays as it is.</summary>
    public Image AnswerTo(string oldName) =>
        OldNames.Contains(oldName) || OldNames.Count >= OldName.MaxOfAnImage ? this : this with { OldNames = [.. OldNames, oldName] };

    /// <summary>Puts it in the trash; one that is there already keeps its date.</summary>
    public Image MoveToTrash(DateTimeOffset now) => IsInTrash ? this : this with { DeletedAt = now };

    public Image Restore() => this with { DeletedAt = null };

    /// <summary>Whether its time in the trash is over.</summary>
    public bool IsDueForPurge(DateTimeOffset now, TimeSpan keepFor) => DeletedAt is { } deletedAt && now - deletedAt >= keepFor;

    /// <summary>Records compare their lists by reference; two images are equal where what is in their lists is, one by one.</summary>
    public bool Equals(Image? other) =>
        other is not null
        && (Id, Name, FileName, Alt, Owner, Visibility, CreatedAt, DeletedAt) ==
           (other.Id, other.Name, other.FileName, other.Alt, other.Owner, other.Visibility, other.CreatedAt, other.DeletedAt)
        && (Width, Height, Frames, Placeholder, Source, Conversion, Photo) ==
           (other.Width, other.Height, other.Frames, other.Placeholder, other.Source, other.Conversion, other.Photo)
        && Renditions.SequenceEqual(other.Renditions)
        && OldNames.SequenceEqual(other.OldNames);

    public override int GetHashCode() => HashCode.Combine(Id, Name, DeletedAt);
}
