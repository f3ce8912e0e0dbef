using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Piton.Domain.Access;

namespace Piton.Web.Downloads;

/// <summary>The audit log as JSON, an entry a line, written as it is read.</summary>
internal sealed class AuditExport(IAsyncEnumerable<AuditEntry> entries) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        response.ContentType = "application/jsonl; charset=utf-8";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = "attachment; filename=piton-audit.jsonl";
        await foreach (var entry in entries.WithCancellation(context.HttpContext.RequestAborted))
        {
            await JsonSerializer.SerializeAsync(
                response.Body,
                new { entry.Id, entry.At, Account = entry.Account?.ToString(), entry.Name, entry.Action, entry.Subject, entry.Detail, entry.Address },
                JsonSerializerOptions.Web,
                context.HttpContext.RequestAborted);
            await response.WriteAsync("\n", context.HttpContext.RequestAborted);
        }
    }
}
