using Microsoft.Extensions.Localization;

namespace Piton.Web.Models;

/// <summary>The texts that scripts show, in the language of the page.</summary>
public static class BrowserTexts
{
    /// <summary>What scripts ask for, each by its English text.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "Clear",
        "Close",
        "Download",
        "Full screen",
        "Information",
        "Move to the trash",
        "Moved to the trash.",
        "Next picture",
        "Previous picture",
        "Select {0}",
        "Selection",
        "Slideshow",
        "That did not work. Is there a network?",
        "The information did not come.",
        "The picture did not come.",
        "Undo",
        "Zoom",
        "{0} of {1}",
        "{0} pictures moved to the trash.",
        "{0} selected",
    ];

    public static IReadOnlyDictionary<string, string> Of(IStringLocalizer<PageTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Keys.ToDictionary(key => key, key => texts[key].Value);
    }
}
