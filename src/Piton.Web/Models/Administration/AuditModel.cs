using Piton.Domain.Access;

namespace Piton.Web.Models.Administration;

/// <summary>A page of the audit log.</summary>
/// <param name="Page">What it lists.</param>
/// <param name="Search">What was asked for.</param>
/// <param name="Before">What led here; null on the newest page.</param>
public sealed record AuditModel(AuditPage Page, AuditSearch Search, long? Before)
{
    private const string Path = "/admin/audit";

    public string? NextPath => Page.Next is { } next ? Search.At(Path, next) : null;

    public string FirstPath => Search.At(Path);

    public string ExportPath => Search.At($"{Path}/export");
}
