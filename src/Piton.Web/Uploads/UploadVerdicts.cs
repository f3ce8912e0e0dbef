namespace Piton.Web.Uploads;

/// <summary>What became of an upload, file by file, in the order in which they were sent.</summary>
public sealed record UploadVerdicts(IReadOnlyList<UploadVerdict> Files);
