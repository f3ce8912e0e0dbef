using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.OpenApi;
using Piton.Web.Api.Description;

namespace Piton.Web.Models.Reference;

/// <summary>One operation of the API.</summary>
public sealed record OperationModel(string Method, string Path, OpenApiOperation Operation)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Its place on the page.</summary>
    public string Anchor => string.Join('-', $"{Method} {Path}".ToLowerInvariant().Split([' ', '/', '{', '}'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How to ask for it with curl; null where nobody says.</summary>
    public string? Curl =>
        Operation.Extensions?.TryGetValue(CurlExamples.Extension, out var extension) == true && extension is JsonNodeExtension { Node: JsonArray samples }
            ? samples[0]?["source"]?.GetValue<string>()
            : null;

    /// <summary>The scopes of a token that are each enough.</summary>
    public IReadOnlyList<string> Scopes => [.. (Operation.Security ?? []).SelectMany(requirement => requirement.Values).SelectMany(scopes => scopes)];

    /// <summary>Whether somebody without an account may do it in a public gallery.</summary>
    public bool IsOpen => Operation.Security?.Any(requirement => requirement.Count == 0) == true;

    public IEnumerable<SchemaField> Parameters => (Operation.Parameters ?? []).Select(parameter =>
        new SchemaField(parameter.Name!, parameter.Schema!, parameter.Description ?? parameter.Schema?.Description, parameter.Required));

    /// <summary>What the body is: its media type, and its fields.</summary>
    public (string MediaType, IEnumerable<SchemaField> Fields)? Body => Operation.RequestBody?.Content?.FirstOrDefault() is { Key: { } mediaType, Value.Schema: { } schema }
        ? (mediaType, SchemaField.Of(schema))
        : null;

    /// <summary>Each status with what it means, and the codes that it comes with.</summary>
    public IEnumerable<(string Status, string? Description, IEnumerable<string> Codes)> Answers => (Operation.Responses ?? []).OrderBy(answer => answer.Key, StringComparer.Ordinal)
        .Select(answer => (answer.Key, answer.Value.Description, CodesOf(answer.Value)));

    /// <summary>What a success looks like, as JSON; null where it has none.</summary>
    public string? Example => (Operation.Responses ?? []).OrderByDescending(answer => answer.Key, StringComparer.Ordinal)
        .Where(answer => answer.Key.StartsWith('2'))
        .Select(answer => answer.Value.Content?.TryGetValue("application/json", out var content) == true ? content.Example?.ToJsonString(Readable) : null)
        .FirstOrDefault();

    private static IEnumerable<string> CodesOf(IOpenApiResponse answer) =>
        from content in answer.Content?.Values ?? []
        from property in content.Schema?.Properties ?? new Dictionary<string, IOpenApiSchema>()
        where property.Key == "code"
        from code in property.Value.Enum ?? []
        select code.GetValue<string>();
}
