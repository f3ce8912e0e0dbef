namespace Piton.Web.Models;

/// <summary>A field of a form, with what was wrong about it.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Label">In the language of the page.</param>
public sealed record FieldModel(string Name, string Label)
{
    /// <summary>Of the element; the same as the name where a page has the field once.</summary>
    public string? Id { get; init; }

    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    /// <summary>What a browser may fill in (WHATWG HTML, "autofill").</summary>
    public string Autocomplete { get; init; } = "off";

    public string? Help { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Error { get; init; }

    public bool IsRequired { get; init; } = true;

    public int? MaxLength { get; init; }

    public string ElementId => Id ?? Name;

    /// <summary>The elements that say more of it; null where none does.</summary>
    public string? DescribedBy => (Error, Help) switch
    {
        (null, null) => null,
        (null, _) => $"{ElementId}-help",
        (_, null) => $"{ElementId}-error",
        _ => $"{ElementId}-error {ElementId}-help",
    };
}
