namespace Piton.Infrastructure.FileSystem;

/// <summary>The part of the section <c>Piton</c> that says where the data lives.</summary>
internal sealed class DataDirectoryOptions
{
    /// <summary>The data folder; a relative path counts from the working directory.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>The most bytes that all uploads under way may hold in <c>staging/</c> together, at least 1.</summary>
    public long MaxStagedBytes { get; set; } = 2L << 30;
}
