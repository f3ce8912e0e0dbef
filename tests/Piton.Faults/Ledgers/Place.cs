namespace Piton.Faults.Ledgers;

/// <summary>Where a picture is.</summary>
internal enum Place
{
    Absent,
    Gallery,
    Trash,
}
