using Microsoft.OpenApi;

namespace Piton.Web.Models.Reference;

/// <summary>The description of the API as a page.</summary>
/// <param name="Document">What is described.</param>
/// <param name="Address">Where this Piton is reached, without a path.</param>
public sealed record ReferenceModel(OpenApiDocument Document, string Address)
{
    public IEnumerable<OperationModel> Operations =>
        from path in Document.Paths
        from operation in path.Value.Operations ?? []
        select new OperationModel(operation.Key.Method, path.Key, operation.Value);

    /// <summary>What is sent and answered: those that have fields.</summary>
    public IEnumerable<KeyValuePair<string, IOpenApiSchema>> Schemas =>
        (Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Where(schema => schema.Value.Properties?.Count > 0);
}
