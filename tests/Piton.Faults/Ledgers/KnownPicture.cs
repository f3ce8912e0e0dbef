namespace Piton.Faults.Ledgers;

/// <summary>What its sender knows of a picture.</summary>
/// <param name="Source">The SHA-256 of what was sent.</param>
/// <param name="Possible">How things may be with it: one way, but for changes that nobody answered.</param>
internal sealed record KnownPicture(string Source, IReadOnlySet<Standing> Possible)
{
    /// <summary>Null until an upload was acknowledged.</summary>
    public string? Id { get; init; }

    /// <summary>The SHA-256 of its largest rendition; null until it was fetched.</summary>
    public string? Full { get; init; }

    /// <summary>Whether all that is known of it is known for sure.</summary>
    public bool IsCertain => Possible.Count == 1;

    public KnownPicture With(IEnumerable<Standing> possible) => this with { Possible = possible.ToHashSet() };
}
