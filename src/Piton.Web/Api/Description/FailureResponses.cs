using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Piton.Web.Api.Description;

/// <summary>Adds to each operation the answers where it fails, with the codes that they can have.</summary>
internal sealed class FailureResponses : IOpenApiOperationTransformer
{
    private const string Problem = "Problem";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        context.Document?.AddComponent(Problem, Schema());
        foreach (var (status, codes) in OperationFailures.Of(context.Description))
        {
            operation.Responses![$"{status}"] = ResponseOf(status, codes, context.Document);
        }

        return Task.CompletedTask;
    }

    private static OpenApiResponse ResponseOf(int status, IReadOnlyList<string> codes, OpenApiDocument? document) => new()
    {
        Description = Meaning(status),
        Headers = status is 409 or 429 or 503 or 507 ? new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = RetryAfter() } : null,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    AllOf = [new OpenApiSchemaReference(Problem, document)],
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(code => (JsonNode)code)] },
                    },
                },
                Example = new JsonObject
                {
                    ["type"] = "about:blank", ["title"] = ReasonPhrases.GetReasonPhrase(status), ["status"] = status, ["detail"] = "…", ["code"] = codes[0],
                },
            },
        },
    };

    private static string Meaning(int status) => status switch
    {
        400 => "The request is not right as it stands.",
        401 => "Nobody is signed in, or the token is not valid.",
        403 => "Whoever asks may not do this.",
        404 => "There is no such thing, or none that whoever asks may know of.",
        409 => "It does not go together with what is there.",
        413 => "There is more in the request than is allowed.",
        415 => "The content is of a type that is not taken.",
        422 => "The content can be read, but not taken.",
        429 => "Too often in a minute.",
        503 => "Not now; another try later makes sense.",
        507 => "There is no room on the server.",
        _ => "Something went wrong on the server.",
    };

    private static OpenApiHeader RetryAfter() => new()
    {
        Description = "After how many seconds another try makes sense; absent where it makes none.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
    };

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What went wrong (RFC 9457).",
        Required = new HashSet<string> { "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A URI of the kind of problem."),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status once more." },
            ["detail"] = Text("What was wrong and what would be right, in the language of the request."),
            ["code"] = Text("A stable code for programs, which never changes."),
            ["field"] = Text("The field that was wrong; absent where it was none."),
            ["traceId"] = Text("By which the operator finds the request."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
