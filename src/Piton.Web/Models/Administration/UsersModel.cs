using Microsoft.AspNetCore.WebUtilities;
using Piton.Application.Accounts.ListAccounts;

namespace Piton.Web.Models.Administration;

/// <summary>A page of the accounts.</summary>
/// <param name="Page">What it lists.</param>
/// <param name="Search">What was searched for; null for nothing.</param>
/// <param name="Role">The role that was asked for; null for any.</param>
/// <param name="After">The cursor that led here; null on the first page.</param>
public sealed record UsersModel(ListedAccounts Page, string? Search, string? Role, string? After)
{
    public string? NextPath => Page.Next is { } next ? Of(next.ToString()) : null;

    public string FirstPath => Of(null);

    public bool IsFirstPage => string.IsNullOrEmpty(After);

    private string Of(string? after) => QueryHelpers.AddQueryString("/admin/users", new[]
    {
        KeyValuePair.Create("q", Search), KeyValuePair.Create("role", Role), KeyValuePair.Create("after", after),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
