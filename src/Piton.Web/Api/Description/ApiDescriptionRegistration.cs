using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;

namespace Piton.Web.Api.Description;

/// <summary>Registers what describes the API: every controller of it, those of extensions as well.</summary>
internal static class ApiDescriptionRegistration
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        // A number that may come as a text would be described as both, and Piton answers with numbers.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(ApiDocument.Name, options =>
        {
            options.ShouldInclude = operation => operation.ActionDescriptor.EndpointMetadata.OfType<IApiBehaviorMetadata>().Any();
            options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Resource", "", StringComparison.Ordinal);
            options.AddSchemaTransformer<SchemaWords>();
            options.AddOperationTransformer<OperationDetails>();
            options.AddOperationTransformer<FailureResponses>();
            options.AddOperationTransformer<CurlExamples>();
            options.AddDocumentTransformer<DocumentFrame>();
        });
        services.AddSingleton<ApiDocument>();
    }
}
