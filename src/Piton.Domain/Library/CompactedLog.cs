namespace Piton.Domain.Library;

/// <summary>A log that was written anew.</summary>
/// <param name="Name">The name of its file in the data folder.</param>
/// <param name="BytesBefore">How long it was.</param>
/// <param name="BytesAfter">How long it is.</param>
public sealed record CompactedLog(string Name, long BytesBefore, long BytesAfter);
