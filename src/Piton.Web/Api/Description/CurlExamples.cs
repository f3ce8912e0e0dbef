using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Piton.Web.Api.Description;

/// <summary>Adds to each operation how to ask for it with curl, made from the rest of its description.</summary>
internal sealed class CurlExamples : IOpenApiOperationTransformer
{
    /// <summary>The extension of the document that holds the examples.</summary>
    public const string Extension = "x-codeSamples";

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions[Extension] = new JsonNodeExtension(new JsonArray(new JsonObject
        {
            ["lang"] = "Shell", ["label"] = "curl", ["source"] = Of(operation, context.Description.HttpMethod!, context.Description.RelativePath!),
        }));
        return Task.CompletedTask;
    }

    private static string Of(OpenApiOperation operation, string method, string path)
    {
        var parts = new List<string> { "curl", "-H \"Authorization: Bearer $TOKEN\"" };
        var body = BodyOf(operation).ToList();
        if (method != HttpMethods.Get && !(method == HttpMethods.Post && body.Count > 0))
        {
            parts.Add($"-X {method}");
        }

        parts.AddRange(body);
        if (operation.Responses?.Values.Any(answer => answer.Content?.ContainsKey("application/zip") == true) == true)
        {
            parts.Add("-o pictures.zip");
        }

        parts.Add($"\"$PITON/{PathOf(operation, path)}\"");
        return string.Join(' ', parts);
    }

    private static IEnumerable<string> BodyOf(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content?.ContainsKey(UploadBody.MediaType) == true)
        {
            return ["-F file=@holiday.jpg", "-F name=\"On the beach\"", "-F visibility=unlisted"];
        }

        return operation.RequestBody?.Content?.Values.FirstOrDefault()?.Example is { } example ? [$"--json '{example.ToJsonString(OneLine)}'"] : [];
    }

    private static string PathOf(OpenApiOperation operation, string path)
    {
        var query = new List<string>();
        foreach (var parameter in operation.Parameters?.Where(parameter => parameter.Example is not null) ?? [])
        {
            var value = Uri.EscapeDataString((parameter.Example is JsonArray several ? several[0] : parameter.Example)!.ToString());
            if (parameter.In == ParameterLocation.Path)
            {
                path = path.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
            }
            else if (parameter.In == ParameterLocation.Query)
            {
                query.Add($"{parameter.Name}={value}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
