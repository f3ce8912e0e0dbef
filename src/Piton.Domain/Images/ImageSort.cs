namespace Piton.Domain.Images;

/// <summary>The order of a listing. Ties are broken by id, so that every order is total.</summary>
public enum ImageSort
{
    /// <summary>Last added first.</summary>
    Newest,

    /// <summary>First added first.</summary>
    Oldest,

    /// <summary>By <see cref="SearchText.Fold"/> of the name, in code point order.</summary>
    Name,

    /// <summary><see cref="Name"/> reversed.</summary>
    NameDescending,

    /// <summary>By the bytes of <see cref="RenditionName.Full"/>, largest first.</summary>
    Size,
}
