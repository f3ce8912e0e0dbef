using System.Globalization;
using System.Text.Json;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Importing;

/// <summary>
/// The file <c>image_metadata.json</c>: an object with an object for each file, by its name. Whoever wrote it may have written anything, so each entry is
/// taken or refused by itself.
/// </summary>
/// <param name="Said">What is said of each file.</param>
/// <param name="Refused">The files of which nonsense is said.</param>
internal sealed record SeedMetadata(IReadOnlyDictionary<string, SeedImage> Said, IReadOnlySet<string> Refused)
{
    private const int MaxBytes = 256_000_000;
    private const int ShownLength = 100;

    private static readonly string[] Places = ["image_metadata.json", "app/image_metadata.json"];

    // Python writes no zone, and meant UTC.
    private static readonly string[] DateFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    /// <returns>Where it is; null in a folder that is no installation.</returns>
    public static string? PlaceIn(SourceFolder source) =>
        Directory.Exists(source.PathOf(SeedListing.Uploads)) ? Array.Find(Places, place => File.Exists(source.PathOf(place))) : null;

    /// <returns>Null where it cannot be read at all; <paramref name="refusals"/> then say why.</returns>
    public static SeedMetadata? Read(SourceFolder source, string place, DateTimeOffset now, List<ImportRefusal> refusals)
    {
        var opened = source.Open(place);
        using var content = opened.Content;
        if (content is null)
        {
            refusals.Add(opened.Refusal!);
            return null;
        }

        if (content.Length > MaxBytes)
        {
            refusals.Add(new ImportRefusal(place, ImportFlaw.BadMetadata, $"It has {content.Length} bytes, more than {MaxBytes}."));
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return ReadEntries(json.RootElement, place, now, refusals);
            }

            refusals.Add(new ImportRefusal(place, ImportFlaw.BadMetadata, "It is no object with an entry for each file."));
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            refusals.Add(new ImportRefusal(place, ImportFlaw.BadMetadata, $"It cannot be read: {e.Message}"));
        }

        return null;
    }

    private static SeedMetadata ReadEntries(JsonElement root, string place, DateTimeOffset now, List<ImportRefusal> refusals)
    {
        var (said, refused) = (new Dictionary<string, SeedImage>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in root.EnumerateObject())
        {
            var name = NameOf(entry);
            var (image, flaw, detail) = name is null || !OldName.IsOne(name)
                ? (null, ImportFlaw.BadName, "No file of one folder can be called that.")
                : ReadEntry(entry.Value, now);
            if (image is not null && !said.TryAdd(name!, image))
            {
                (image, flaw, detail) = (null, ImportFlaw.BadMetadata, "There are two entries of that name.");
            }

            if (image is null)
            {
                refused.Add(name ?? "");
                said.Remove(name ?? "");
                refusals.Add(new ImportRefusal($"{place}: {Shown(name)}", flaw, detail));
            }
        }

        return new SeedMetadata(said, refused);
    }

    private static (SeedImage? Image, ImportFlaw Flaw, string Detail) ReadEntry(JsonElement value, DateTimeOffset now)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return (null, ImportFlaw.BadMetadata, "What is said of the file is no object.");
        }

        if (!TryGetText(value, "original_filename", out var name) || !TryGetText(value, "created_at", out var date))
        {
            return (null, ImportFlaw.BadMetadata, "original_filename and created_at have to be texts.");
        }

        if (date is null)
        {
            return (new SeedImage(name, null), default, "");
        }

        return DateTimeOffset.TryParseExact(
                date, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var created)
            && created.Year > 1970 && created <= now.AddDays(1)
            ? (new SeedImage(name, created), default, "")
            : (null, ImportFlaw.BadDate, $"created_at is “{Shown(date)}”, and would be like 2025-05-27T10:15:30.");
    }

    // A text that no UTF-8 can hold is none.
    private static bool TryGetText(JsonElement entry, string field, out string? text)
    {
        text = null;
        if (!entry.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        try
        {
            text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
        }

        return text is not null;
    }

    private static string? NameOf(JsonProperty entry)
    {
        try
        {
            return entry.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Shown(string? text) => text switch
    {
        null => "(no text)",
        { Length: > ShownLength } => ImageName.Cut(text, ShownLength) + "…",
        _ => text,
    };
}
