namespace Piton.Web.Tests.Mutants;

/// <summary>A picture that mutants are made from.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bytes">The file.</param>
internal sealed record Original(string Name, byte[] Bytes);
