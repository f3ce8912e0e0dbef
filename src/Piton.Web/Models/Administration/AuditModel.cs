using Microsoft.AspNetCore.WebUtilities;
using Piton.Domain.Access;

namespace Piton.Web.Models.Administration;

/// <summary>A page of the audit log.</summary>
/// <param name="Page">What it lists.</param>
/// <param name="Action">What was asked for; null for anything.</param>
/// <param name="Account">Who did it; null for anybody.</param>
/// <param name="Before">What led here; null on the newest page.</param>
public sealed record AuditModel(AuditPage Page, string? Action, AccountId? Account, long? Before)
{
    public string? NextPath => Page.Next is { } next ? Of("/admin/audit", $"{next}") : null;

    public string FirstPath => Of("/admin/audit", null);

    public string ExportPath => Of("/admin/audit/export", null);

    private string Of(string path, string? before) => QueryHelpers.AddQueryString(path, new[]
    {
        KeyValuePair.Create("act", Action), KeyValuePair.Create("by", Account?.ToString()), KeyValuePair.Create("before", before),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
