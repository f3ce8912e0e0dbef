namespace Piton.Web.Tests.Mutants;

/// <summary>A picture that was changed.</summary>
/// <param name="Recipe">What it was made from, and how.</param>
/// <param name="Bytes">The file.</param>
/// <param name="IsWholeWithPayload">Whether a payload hangs on a picture that is otherwise as it was: no output may hold it.</param>
internal sealed record Mutant(string Recipe, byte[] Bytes, bool IsWholeWithPayload);
