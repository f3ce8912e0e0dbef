namespace Piton.Web.Tests.Judging;

/// <summary>A file as a client sends it.</summary>
/// <param name="Label">What it is called where it fails.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="FileName">What the client calls it.</param>
/// <param name="ContentType">What the client says that it is.</param>
internal sealed record Attempt(string Label, byte[] Bytes, string FileName, string ContentType);
