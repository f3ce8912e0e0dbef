using System.Text.Json;
using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>A rendition's name by its text; no other than those that exist.</summary>
internal sealed class RenditionNameConverter : JsonConverter<RenditionName>
{
    public override RenditionName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RenditionName.TryParse(reader.GetString(), out var name) ? name : throw new JsonException("There is no such rendition.");

    public override void Write(Utf8JsonWriter writer, RenditionName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
