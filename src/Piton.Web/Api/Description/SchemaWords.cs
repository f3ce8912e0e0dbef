using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Piton.Application.Images;
using Piton.Domain.Images;

namespace Piton.Web.Api.Description;

/// <summary>Says of texts which ones there are, and what an id looks like.</summary>
internal sealed class SchemaWords : IOpenApiSchemaTransformer
{
    /// <summary>What an id looks like, as a regular expression.</summary>
    public const string IdPattern = "^[0-9a-f]{32}$";

    private static readonly Dictionary<(Type? Type, string? Property), IEnumerable<string>> Words = new()
    {
        [(typeof(ImageResource), "visibility")] = Visibilities.Names,
        [(typeof(ImageChanges), "visibility")] = Visibilities.Names,
        [(typeof(ImageSharing), "visibility")] = Visibilities.Names,
        [(typeof(SourceResource), "format")] = ImageFormats.All.Select(ImageFormats.Name),
        [(typeof(ConversionResource), "format")] = ImageFormats.All.Select(ImageFormats.Name),
        [(typeof(ConversionResource), "verdict")] = NamesOf<ConversionVerdict>(),
        [(typeof(ConversionResource), "reason")] = NamesOf<ConversionReason>(),
        [(typeof(ChangedImageResource), "outcome")] = NamesOf<SelectionOutcome>(),
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (Words.TryGetValue((context.JsonPropertyInfo?.DeclaringType, context.JsonPropertyInfo?.Name), out var words))
        {
            schema.Enum = Of(words, schema.Type?.HasFlag(JsonSchemaType.Null) == true);
        }

        if (context.JsonTypeInfo.Type == typeof(ImageId))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = IdPattern;
            schema.Properties?.Clear();
        }

        return Task.CompletedTask;
    }

    public static IList<JsonNode> Of(IEnumerable<string> words, bool orNull = false) =>
        [.. words.Select(word => (JsonNode)word), .. orNull ? [JsonNullSentinel.JsonNull] : Array.Empty<JsonNode>()];

    private static IEnumerable<string> NamesOf<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);
}
