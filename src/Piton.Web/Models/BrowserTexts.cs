using Microsoft.Extensions.Localization;

namespace Piton.Web.Models;

/// <summary>The texts that scripts show, in the language of the page.</summary>
public static class BrowserTexts
{
    /// <summary>What scripts ask for, each by its English text.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "Close",
        "Download",
        "Full screen",
        "Information",
        "Next picture",
        "Previous picture",
        "Slideshow",
        "The information did not come.",
        "The picture did not come.",
        "Zoom",
        "{0} of {1}",
    ];

    public static IReadOnlyDictionary<string, string> Of(IStringLocalizer<PageTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Keys.ToDictionary(key => key, key => texts[key].Value);
    }
}
