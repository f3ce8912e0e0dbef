using Piton.Domain.Access;

namespace Piton.Web.Models.Administration;

/// <summary>A page of the audit log.</summary>
/// <param name="Page">What it lists.</param>
/// <param name="Form">What was asked for.</param>
/// <param name="Before">What led here; null on the newest page.</param>
public sealed record AuditModel(AuditPage Page, AuditForm Form, long? Before)
{
    private const string Path = "/admin/audit";

    public string? NextPath => Page.Next is { } next ? Form.At(Path, next) : null;

    public string FirstPath => Form.At(Path);

    public string ExportPath => Form.At($"{Path}/export");
}
