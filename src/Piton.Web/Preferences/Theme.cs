namespace Piton.Web.Preferences;

/// <summary>In which colours somebody wants the pages.</summary>
public enum Theme
{
    /// <summary>As their device has it.</summary>
    System,

    Light,

    Dark,
}
