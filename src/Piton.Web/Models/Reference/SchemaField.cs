using Microsoft.OpenApi;

namespace Piton.Web.Models.Reference;

/// <summary>A parameter, or a field of what is sent or answered.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Schema">What it holds.</param>
/// <param name="Description">What it means, in English.</param>
/// <param name="IsRequired">Whether it is always there.</param>
public sealed record SchemaField(string Name, IOpenApiSchema Schema, string? Description, bool IsRequired)
{
    /// <summary>The words that it can be; none where it can be any.</summary>
    public IEnumerable<string> Words => (Schema.Enum ?? []).Where(word => !JsonNullSentinel.IsJsonNullSentinel(word)).Select(word => word.ToString());

    /// <summary>The name of what it holds, where that has fields of its own; else null.</summary>
    public string? Reference => ReferenceOf(Schema) ?? ReferenceOf(Schema.Items) ?? Schema.OneOf?.Select(ReferenceOf).FirstOrDefault(name => name is not null);

    /// <summary>What it holds, in English.</summary>
    public string Kind => Schema.Type switch
    {
        _ when Schema.Items is not null => "list",
        { } type when type.HasFlag(JsonSchemaType.Integer) => "whole number",
        { } type when type.HasFlag(JsonSchemaType.Number) => "number",
        { } type when type.HasFlag(JsonSchemaType.Boolean) => "yes or no",
        { } type when type.HasFlag(JsonSchemaType.String) && Schema.Format == "binary" => "file",
        { } type when type.HasFlag(JsonSchemaType.String) => "text",
        _ => "object",
    };

    public static IEnumerable<SchemaField> Of(IOpenApiSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(property => new SchemaField(
            property.Key, property.Value, property.Value.Description ?? property.Value.OneOf?.Select(one => one.Description).FirstOrDefault(text => text is not null), schema.Required?.Contains(property.Key) == true));
    }

    private static string? ReferenceOf(IOpenApiSchema? schema) => schema is OpenApiSchemaReference { Reference.Id: { } id, Properties.Count: > 0 } ? id : null;
}
