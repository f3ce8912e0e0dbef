namespace Piton.Browser.Tests;

/// <summary>Where the keyboard is.</summary>
internal sealed class FocusStop
{
    /// <summary>The element's id, else where it leads, else what it says.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it stands out: a ring at least 2 px wide, around something on the screen that nothing else covers.</summary>
    public bool IsSeen { get; set; }
}
