namespace Piton.Domain.Images;

/// <summary>Who finds an image.</summary>
public enum Visibility
{
    /// <summary>Listed in the gallery.</summary>
    Public,

    /// <summary>Not listed; whoever has the link sees it.</summary>
    Unlisted,

    /// <summary>Its owner alone sees it.</summary>
    Private,
}
