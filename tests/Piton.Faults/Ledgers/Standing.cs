namespace Piton.Faults.Ledgers;

/// <summary>How things are with a picture.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Name">What it is called, while it is in the gallery.</param>
internal sealed record Standing(Place Place, string? Name = null)
{
    public static Standing Absent { get; } = new(Place.Absent);

    public static Standing Trash { get; } = new(Place.Trash);

    public static Standing Named(string name) => new(Place.Gallery, name);

    public override string ToString() => Place == Place.Gallery ? $"“{Name}” in the gallery" : Place == Place.Trash ? "in the trash" : "absent";
}
