namespace Piton.Application.Images.ListImages;

/// <summary>Whose images are listed.</summary>
public enum Whose
{
    /// <summary>What whoever asks finds in the gallery: what is public, and their own.</summary>
    Gallery,

    /// <summary>Those of the account that asks.</summary>
    Own,

    /// <summary>Those of everybody, public or not.</summary>
    All,
}
