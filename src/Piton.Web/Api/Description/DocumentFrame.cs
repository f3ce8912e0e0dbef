using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Piton.Web.Api.Description;

/// <summary>What the description says of the API as a whole.</summary>
internal sealed class DocumentFrame : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Piton",
            Version = "v1",
            Description = "Everything that a browser can do to pictures. Fields are added in time and never change their meaning; pass over those that you do not know. "
                + "What fails is told by problem details (RFC 9457) with a stable code.",
        };

        // Wherever the document came from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(OperationDetails.Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API token, made on the page of an account or by piton tokens create. Its scopes are read, upload, manage and metrics.",
        });
        return Task.CompletedTask;
    }
}
