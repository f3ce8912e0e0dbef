namespace Piton.Web.Options;

/// <summary>What each account may have: the section <c>Piton:Quota</c>.</summary>
public sealed class QuotaOptions
{
    /// <summary>How many images, the trash included; null for any number.</summary>
    public long? MaxImages { get; set; }

    /// <summary>How many bytes of all files in the store, the trash included; null for any number.</summary>
    public long? MaxBytes { get; set; }
}
