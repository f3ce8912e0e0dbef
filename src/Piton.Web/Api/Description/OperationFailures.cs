using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Piton.Application.Refusals;
using Piton.Web.Results;

namespace Piton.Web.Api.Description;

/// <summary>How an operation of the API can fail: the codes of its own, and those that whatever stands in front of it answers with.</summary>
internal static class OperationFailures
{
    private static readonly (int Status, string Code)[] OfAll =
    [
        (400, "unknown_host"), (401, "unauthorized"), (401, "invalid_token"), (403, "forbidden"), (403, "https_alone"), (429, "too_many_requests"), (500, "error"), (503, "not_set_up"),
    ];

    private static readonly (int Status, string Code)[] OfChanges = [(400, "page_expired"), (400, "malformed"), (403, "cross_site"), (413, "too_large")];
    private static readonly (int Status, string Code)[] OfOne = [(404, "not_found")];
    private static readonly (int Status, string Code)[] OfQueries = [(400, "malformed")];
    private static readonly (int Status, string Code)[] OfJson = [(415, "unsupported_type")];

    /// <summary>The codes by the status that they come with.</summary>
    public static SortedDictionary<int, IReadOnlyList<string>> Of(ApiDescription operation) => new(
        Pairs(operation).Distinct().GroupBy(pair => pair.Status).ToDictionary(
            group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(pair => pair.Code).Order(StringComparer.Ordinal)]));

    private static IEnumerable<(int Status, string Code)> Pairs(ApiDescription operation) =>
    [
        .. OfAll,
        .. HttpMethods.IsGet(operation.HttpMethod ?? "") ? [] : OfChanges,
        .. Has(operation, BindingSource.Path) ? OfOne : [],
        .. Has(operation, BindingSource.Query) ? OfQueries : [],
        .. Has(operation, BindingSource.Body) ? OfJson : [],
        .. operation.ActionDescriptor.EndpointMetadata.OfType<ApiOperationAttribute>().SelectMany(described => described.Refusals)
            .Select(code => (FailureTable.Status(code), code.Text())),
    ];

    private static bool Has(ApiDescription operation, BindingSource source) => operation.ParameterDescriptions.Any(parameter => parameter.Source == source);
}
