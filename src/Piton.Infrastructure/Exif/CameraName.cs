namespace Piton.Infrastructure.Exif;

/// <summary>What photographers call a camera: its maker once, without what only lawyers need, and its model.</summary>
internal static class CameraName
{
    private static readonly string[] Legal =
        ["CORPORATION", "CORP", "COMPANY", "CO", "LTD", "INC", "AG", "GMBH", "IMAGING", "OPTICAL", "TECHWIN", "COMPUTER", "CAMERA", "ELECTRONICS"];

    private static readonly char[] Separators = [' ', ',', '.'];

    /// <returns>Null where neither is known.</returns>
    public static string? Of(string? make, string? model)
    {
        if (make is null || model is null)
        {
            return model ?? (make is null ? null : Short(make));
        }

        var words = make.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var first = model.Split(' ', '-', '_')[0];
        var name = words.Contains(first, StringComparer.OrdinalIgnoreCase) ? model : $"{Short(make)} {model}";
        return ExifText.Clean(name);
    }

    private static string Short(string make)
    {
        var words = make.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var kept = words.TakeWhile((word, index) => index == 0 || !Legal.Contains(word, StringComparer.OrdinalIgnoreCase)).ToList();
        return kept.Count == 0 ? make : string.Join(' ', kept);
    }
}
