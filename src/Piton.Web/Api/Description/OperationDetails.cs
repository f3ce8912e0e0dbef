using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Piton.Application.Images.ListImages;
using Piton.Domain.Images;
using Piton.Web.Uploads;

namespace Piton.Web.Api.Description;

/// <summary>Adds to each operation what its signature does not say: whom it is for, the words of its parameters, examples, the form of an upload.</summary>
internal sealed class OperationDetails : IOpenApiOperationTransformer
{
    /// <summary>The name of the way in by a token.</summary>
    public const string Bearer = "bearer";

    private const string Json = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var described = context.Description.ActionDescriptor.EndpointMetadata;
        if (described.OfType<ApiOperationAttribute>().SingleOrDefault() is { } attribute)
        {
            operation.Security = [.. Security(attribute, context.Document)];
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            Describe(parameter, context.Description);
        }

        if (described.OfType<StreamedUploadAttribute>().Any())
        {
            operation.Parameters = [UploadBody.Key()];
            operation.RequestBody = UploadBody.Describe();
        }

        if (operation.RequestBody?.Content is { } body && body.TryGetValue(Json, out var sent))
        {
            // The same under other names, which nobody needs to know of.
            body.Keys.Except([Json]).ToList().ForEach(name => body.Remove(name));
            sent.Example = Examples.Of(context.Description.ParameterDescriptions.First(parameter => parameter.Source.Id == "Body").Type);
        }

        foreach (var answer in context.Description.SupportedResponseTypes)
        {
            if (operation.Responses?[$"{answer.StatusCode}"].Content is { } content && content.TryGetValue(Json, out var answered))
            {
                answered.Example = Examples.Of(answer.Type);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiSecurityRequirement> Security(ApiOperationAttribute operation, OpenApiDocument? document) =>
    [
        .. operation.Scopes.Select(scope => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [scope] }),
        .. operation.IsOpen ? [new OpenApiSecurityRequirement()] : Array.Empty<OpenApiSecurityRequirement>(),
    ];

    private static void Describe(OpenApiParameter parameter, ApiDescription operation)
    {
        parameter.Example = Examples.OfParameter(parameter.Name);
        if (parameter.Schema is OpenApiSchema schema)
        {
            schema.Enum = WordsOf(parameter.Name, operation) is { } words ? SchemaWords.Of(words) : schema.Enum;
            schema.Pattern = parameter.Name == "id" ? SchemaWords.IdPattern : schema.Pattern;
        }
    }

    private static IEnumerable<string>? WordsOf(string? parameter, ApiDescription operation) => parameter switch
    {
        "sort" when operation.RelativePath?.EndsWith("/months", StringComparison.Ordinal) == true =>
            ImageSorts.Names.Where(name => ImageSorts.FromName(name)?.IsByDate() == true),
        "sort" => ImageSorts.Names,
        "whose" => WhoseNames.All,
        _ => null,
    };
}
