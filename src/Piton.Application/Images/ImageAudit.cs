using System.Globalization;
using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Writes down what was done to images, where it was done.</summary>
internal static class ImageAudit
{
    /// <summary>Writes down a change of one image.</summary>
    /// <returns>The <paramref name="result"/>.</returns>
    public static async Task<Result<Image>> TellAsync(this Audit audit, Actor actor, AuditAction action, Result<Image> result)
    {
        if (result.IsSuccess)
        {
            await audit.WriteAsync(actor, action, result.Value.Id.ToString(), result.Value.Name);
        }

        return result;
    }

    /// <summary>Writes down the change of a selection, as one entry that names each image that was changed.</summary>
    /// <param name="audit">The log.</param>
    /// <param name="actor">Who changed them.</param>
    /// <param name="action">What was done.</param>
    /// <param name="result">What became of each.</param>
    /// <param name="detail">More of it, in front of the ids; null for nothing.</param>
    /// <returns>The <paramref name="result"/>.</returns>
    public static async Task<Result<IReadOnlyList<ChangedImage>>> TellAsync(
        this Audit audit, Actor actor, AuditAction action, Result<IReadOnlyList<ChangedImage>> result, string? detail = null)
    {
        var changed = result.IsSuccess ? result.Value.Where(image => image.Outcome == SelectionOutcome.Done).Select(image => $"{image.Id}").ToList() : [];
        if (changed.Count > 0)
        {
            await audit.WriteAsync(actor, action, CountOf(changed.Count), string.Join(' ', detail is null ? changed : changed.Prepend(detail)));
        }

        return result;
    }

    /// <summary>How many images there are, as the subject of an entry.</summary>
    public static string CountOf(long images) => string.Create(CultureInfo.InvariantCulture, $"{images} images");

    /// <summary>What a change of an image changed: texts by their old and new wording, long ones by their name; null where it changed nothing.</summary>
    public static string? Differences(Image before, Image after)
    {
        string?[] differences =
        [
            before.Name == after.Name ? null : $"name: “{before.Name}” → “{after.Name}”",
            before.Alt == after.Alt ? null : "description",
            before.Visibility == after.Visibility ? null : $"visibility: {before.Visibility.Name()} → {after.Visibility.Name()}",
        ];
        return string.Join(", ", differences.OfType<string>()) is { Length: > 0 } text ? text : null;
    }
}
