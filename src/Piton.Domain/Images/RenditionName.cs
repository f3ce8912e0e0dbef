using System.Diagnostics.CodeAnalysis;

namespace Piton.Domain.Images;

/// <summary>One of the sizes an image is kept in.</summary>
public sealed record RenditionName
{
    private RenditionName(string text, int? maxWidth)
    {
        Text = text;
        MaxWidth = maxWidth;
    }

    /// <summary>The picture at its own size.</summary>
    public static RenditionName Full { get; } = new("full", null);

    public static RenditionName W1600 { get; } = new("w1600", 1600);

    public static RenditionName W800 { get; } = new("w800", 800);

    public static RenditionName W320 { get; } = new("w320", 320);

    /// <summary>Every name, largest first.</summary>
    public static IReadOnlyList<RenditionName> All { get; } = [Full, W1600, W800, W320];

    /// <summary>As it stands in addresses, file names and JSON.</summary>
    public string Text { get; }

    /// <summary>The most pixels across, or null where the picture's own width counts.</summary>
    public int? MaxWidth { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out RenditionName? name)
    {
        name = All.FirstOrDefault(candidate => candidate.Text == text);
        return name is not null;
    }

    public override string ToString() => Text;
}
