using System.Text.Json;
using System.Text.Json.Nodes;

namespace Piton.Web.Api.Description;

/// <summary>What the description of the API shows as examples.</summary>
internal static class Examples
{
    public const string Id = "5f0c1e6b9a7d42c38e0b6d1f2a934c77";

    private const string Account = "0b9d6c2f4e8a4f17a3c5d7e911b24680";
    private const string Cursor = "bjE3OTU1NjY4MDA";

    private static readonly ImageResource Image = new()
    {
        Id = Id,
        Name = "On the beach",
        FileName = "holiday.jpg",
        Alt = "Two deckchairs by the sea",
        Owner = new OwnerResource(Account, "Ana"),
        Visibility = "public",
        CreatedAt = new DateTime(2026, 3, 14, 9, 26, 53, DateTimeKind.Utc),
        TakenAt = "2026-03-13T17:05:11+01:00",
        Photo = new PhotoResource { Camera = "Canon EOS R5", Lens = "RF35mm F1.8", ExposureTime = 0.004, FNumber = 2.8, Iso = 400, FocalLength = 35, FocalLength35 = 35 },
        Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Width = 4032,
        Height = 3024,
        Frames = 1,
        Bytes = 1_203_442,
        Placeholder = new PlaceholderResource("#7a8b91", "1QcSHQRnh493V4dIh4eXh1h4kJUI"),
        Source = new SourceResource("jpeg", 4_167_727, false),
        Conversion = new ConversionResource("converted", "webp", false, 85, 2_964_285, null, 812, "libvips 8.18.7"),
        Urls = new Dictionary<string, string>
        {
            ["page"] = $"/images/{Id}",
            ["full"] = $"/uploads/{Id}/full",
            ["w1600"] = $"/uploads/{Id}/w1600",
            ["w800"] = $"/uploads/{Id}/w800",
            ["w320"] = $"/uploads/{Id}/w320",
        },
    };

    /// <summary>By the type that is sent or answered.</summary>
    private static readonly Dictionary<Type, object> Bodies = new()
    {
        [typeof(ImageResource)] = Image,
        [typeof(ImageListResource)] = new ImageListResource([Image], Cursor, 1_234),
        [typeof(MonthListResource)] = new MonthListResource([new MonthResource("2026-03", 31, Cursor)]),
        [typeof(ChangedImagesResource)] = new ChangedImagesResource([new ChangedImageResource(Id, "done")]),
        [typeof(ImageChanges)] = new JsonObject { ["name"] = "On the beach", ["visibility"] = "unlisted" },
        [typeof(ImageSelection)] = new JsonObject { ["ids"] = new JsonArray(Id) },
        [typeof(ImageSharing)] = new JsonObject { ["ids"] = new JsonArray(Id), ["visibility"] = "private" },
    };

    private static readonly Dictionary<string, JsonNode> Parameters = new()
    {
        ["id"] = Id,
        ["ids"] = new JsonArray(Id),
        ["q"] = "beach",
        ["limit"] = 20,
    };

    /// <summary>A body of that type; null where there is no example.</summary>
    public static JsonNode? Of(Type? type) =>
        type is not null && Bodies.TryGetValue(type, out var body) ? JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web) : null;

    /// <summary>A value of that parameter; null where an example leaves it out.</summary>
    public static JsonNode? OfParameter(string? name) => name is not null && Parameters.TryGetValue(name, out var value) ? value.DeepClone() : null;
}
