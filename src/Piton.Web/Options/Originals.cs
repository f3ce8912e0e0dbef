namespace Piton.Web.Options;

/// <summary>What becomes of the files as they were sent.</summary>
public enum Originals
{
    /// <summary>They go once their renditions are made.</summary>
    Discard,

    /// <summary>They stay as they came, all that is in them included, for their owner alone.</summary>
    Keep,
}
