namespace Piton.Web.Uploads;

/// <summary>What the fields of an upload are called.</summary>
/// <param name="File">The field of a file.</param>
/// <param name="Name">The field of a name: of the one file, or of the file with the same number among the files.</param>
/// <param name="Alt">The field of a description; null where the form has none.</param>
/// <param name="Visibility">The field of a visibility; null where the form has none.</param>
/// <param name="Several">Whether there may be more than one file.</param>
internal sealed record UploadForm(string File, string Name, string? Alt, string? Visibility, bool Several)
{
    /// <summary>The form of the page: several <c>files</c>, a name for each in <c>names[]</c>, and one <c>visibility</c> for all.</summary>
    public static UploadForm Page { get; } = new("files", "names[]", null, "visibility", Several: true);

    /// <summary>The form of the API: one <c>file</c> and what is said of it, in any order.</summary>
    public static UploadForm Api { get; } = new("file", "name", "alt", "visibility", Several: false);
}
