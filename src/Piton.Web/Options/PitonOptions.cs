namespace Piton.Web.Options;

/// <summary>The options of Web itself, in the section <c>Piton</c>. Each adapter has its own beside it.</summary>
public sealed class PitonOptions
{
    /// <summary>Where people reach Piton, <c>https://pictures.example.org</c> say; null where links are made from each request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Host names and IP addresses that are answered, without scheme, port or path, besides those of this machine and that of <see cref="PublicUrl"/>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// The path under which nginx, where it is in front, has the data folder for its own use (<c>internal</c>), <c>/piton-files/</c> say: it then sends the files that Piton decides to show.
    /// Null where Piton sends them.
    /// </summary>
    public string? AccelRedirect { get; set; }

    /// <summary>Images on a page of the gallery, 1 to 200.</summary>
    public int PageSize { get; set; } = 60;

    /// <summary>The most bytes of a form with several files, 1 to 1,000,000,000,000.</summary>
    public long MaxFormBytes { get; set; } = 256_000_000;

    /// <summary>The most files of a form, 1 to 10,000.</summary>
    public int MaxFormFiles { get; set; } = 500;

    /// <summary>Whole days an image stays in the trash, 0 to 3,650.</summary>
    public int TrashDays { get; set; } = 30;

    /// <summary>What becomes of the files as they were sent.</summary>
    public Originals Originals { get; set; }
}
