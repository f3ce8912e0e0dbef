namespace Piton.Web.Tests.Mutants;

/// <summary>A small file that asks for far more than it is.</summary>
/// <param name="Name">What it asks for.</param>
/// <param name="Bytes">The file.</param>
/// <param name="MustBeRefused">Whether its pixels are what there is too much of.</param>
internal sealed record HeaderBomb(string Name, byte[] Bytes, bool MustBeRefused = true);
