using System.Text.Json;

namespace Piton.Web.Tests.Api.Description;

/// <summary>What the document promises of the API, to hold answers against.</summary>
internal sealed class DescribedApi(JsonElement document)
{
    private readonly List<(string Method, string[] Path, JsonElement Operation)> _operations =
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           select (operation.Name.ToUpperInvariant(), path.Name.Split('/'), operation.Value),
    ];

    public JsonElement Document => document;

    /// <summary>Each operation: its method, its path and what is said of it.</summary>
    public IEnumerable<(string Method, string Path, JsonElement Operation)> Operations =>
        _operations.Select(described => (described.Method, string.Join('/', described.Path), described.Operation));

    /// <summary>What is wrong with an answer by the document; null where nothing is, and where it is not of the API.</summary>
    public string? FaultOf(string method, string path, int status, string? mediaType, string? body)
    {
        if (!path.StartsWith("/api/", StringComparison.Ordinal) || OperationOf(method, path) is not { } operation)
        {
            return null;
        }

        var said = $"{method} {path} {status}";
        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var answer))
        {
            return $"{said} is not described: {body}";
        }

        var content = answer.TryGetProperty("content", out var types) ? types : default;
        if (content.ValueKind == JsonValueKind.Undefined)
        {
            return body is null or "" ? null : $"{said} has a body that is not described";
        }

        return !content.TryGetProperty(mediaType ?? "", out var described) ? $"{said} is {mediaType}, which is not described"
            : mediaType?.EndsWith("json", StringComparison.Ordinal) != true || body is null ? null
            : SchemaFault(described.GetProperty("schema"), JsonDocument.Parse(body).RootElement, said);
    }

    // A fixed path goes before one with a parameter, as in the router.
    private JsonElement? OperationOf(string method, string path) => _operations
        .Where(described => described.Method == method && Matches(described.Path, path.Split('/')))
        .OrderBy(described => described.Path.Count(part => part.StartsWith('{')))
        .Select(described => (JsonElement?)described.Operation)
        .FirstOrDefault();

    private static bool Matches(string[] template, string[] path) => template.Length == path.Length
        && template.Zip(path).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length == 32));

    private string? SchemaFault(JsonElement schema, JsonElement value, string place)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("allOf", out var all) && all.EnumerateArray().Select(one => SchemaFault(one, value, place)).FirstOrDefault(fault => fault is not null) is { } inAll)
        {
            return inAll;
        }

        if (schema.TryGetProperty("oneOf", out var choice))
        {
            return choice.EnumerateArray().Any(one => SchemaFault(one, value, place) is null) ? null : $"{place} is none of those that are described";
        }

        if (schema.TryGetProperty("type", out var type) && !TypesOf(type).Contains(KindOf(value)))
        {
            return $"{place} is {KindOf(value)}, and described as {type}";
        }

        if (schema.TryGetProperty("enum", out var words) && words.EnumerateArray().All(word => word.ToString() != value.ToString()))
        {
            return $"{place} is {value}, and described as one of {words}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => ObjectFault(schema, value, place),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
                value.EnumerateArray().Select(item => SchemaFault(items, item, $"{place}[]")).FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    private string? ObjectFault(JsonElement schema, JsonElement value, string place)
    {
        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !value.TryGetProperty(name, out _))
            : null;
        if (missing is not null)
        {
            return $"{place} lacks {missing}";
        }

        foreach (var property in value.EnumerateObject())
        {
            var at = $"{place} {property.Name}";
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var described))
            {
                if (SchemaFault(described, property.Value, at) is { } fault)
                {
                    return fault;
                }
            }
            else if (!schema.TryGetProperty("additionalProperties", out _) && !schema.TryGetProperty("allOf", out _))
            {
                return $"{at} is not described";
            }
        }

        return null;
    }

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name))
        : schema;

    private static IEnumerable<string> TypesOf(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().SelectMany(TypesOf)
        : type.GetString() == "number" ? ["number", "integer"] : [type.GetString()!];

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
