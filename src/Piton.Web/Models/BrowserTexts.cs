using Microsoft.Extensions.Localization;

namespace Piton.Web.Models;

/// <summary>The texts that scripts show, in the language of the page.</summary>
public static class BrowserTexts
{
    /// <summary>What scripts ask for, each by its English text.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "A part of this page did not come. Piton may be down or out of reach.",
        "A proxy in front of Piton refused the {0} of this file. Ask its administrator to allow more (nginx: client_max_body_size).",
        "At most {0:N0} pictures can be downloaded at once.",
        "Cancel all",
        "Choose a folder",
        "Choose again ({0})",
        "Choose pictures",
        "Choose this file again: it was too much to be kept.",
        "Clear",
        "Clear finished",
        "Close",
        "Converting…",
        "Dismiss",
        "Download",
        "Drop pictures or folders anywhere.",
        "Fold the uploads",
        "Full screen",
        "In the library already:",
        "Information",
        "Left out, being no pictures: {0}.",
        "Move to the trash",
        "Moved to the trash.",
        "Name of {0}",
        "Next picture",
        "No network. The rest goes on once it is back.",
        "Picture",
        "Pictures",
        "Pictures and folders may also be dropped on the page, pictures also pasted.",
        "Pictures one by one",
        "Previous picture",
        "Problems ({0})",
        "Remove {0}",
        "Retry",
        "Retry all failed ({0})",
        "Retry {0}",
        "Select {0}",
        "Selection",
        "Slideshow",
        "Take a photo",
        "That did not work. Piton may be down or out of reach.",
        "The connection broke off again and again.",
        "The file can no longer be read. Choose it again.",
        "The information did not come.",
        "The name could not be changed.",
        "The picture did not come.",
        "The server answered with status {0}.",
        "The server does not answer. Next try at {0}.",
        "The server has too much to do.",
        "This picture is not there any more.",
        "Undo",
        "Unfold the uploads",
        "Uploads",
        "Waiting",
        "What is accepted",
        "Who finds it",
        "Zoom",
        "{0:N0} of {1:N0} selected",
        "{0:N0} picture",
        "{0:N0} picture could not be brought back.",
        "{0:N0} picture could not be moved.",
        "{0:N0} pictures",
        "{0:N0} pictures could not be brought back.",
        "{0:N0} pictures could not be moved.",
        "{0:N0} pictures moved to the trash.",
        "{0:N0} selected",
        "{0} It goes on at {1}.",
        "{0} added.",
        "{0} failed",
        "{0} not uploaded.",
        "{0} of {1}",
        "{0} of {1} uploaded.",
        "{0} refused",
        "{0} saved",
        "{0} saved.",
        "{0} → {1}",
        "{0}, picture {1:N0} of {2:N0}",
    ];

    public static IReadOnlyDictionary<string, string> Of(IStringLocalizer<PageTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Keys.ToDictionary(key => key, key => texts[key].Value);
    }
}
