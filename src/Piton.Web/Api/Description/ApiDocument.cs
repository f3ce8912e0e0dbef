using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Piton.Web.Api.Description;

/// <summary>The description of the API (OpenAPI 3.1), made when it is first asked for: it says the same until the next start.</summary>
public sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";

    private readonly Lazy<Task<OpenApiDocument>> _document = new(() => provider.GetOpenApiDocumentAsync(CancellationToken.None));

    public Task<OpenApiDocument> GetAsync() => _document.Value;

    public async Task<string> JsonAsync() => await (await GetAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
}
