namespace Piton.Web.Tests.Mutants;

/// <summary>A part of a file that its format knows: a chunk, a segment, a box.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes, header and all; at least 1, and inside the file.</param>
/// <param name="Size">Where the file says how long it is; null where it says no such thing.</param>
internal sealed record Block(int Start, int Length, SizeField? Size = null)
{
    public int End => Start + Length;
}
