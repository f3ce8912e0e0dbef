namespace Piton.Web.Options;

/// <summary>What is taken over from the files of cameras.</summary>
public sealed class MetadataOptions
{
    /// <summary>Whether it is kept, and shown to all who see the picture, where it was taken.</summary>
    public bool KeepLocation { get; set; }
}
