using System.Buffers;
using Piton.Domain.Access;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>The audit log on a disk that fails.</summary>
public sealed class AuditLogFaultTests : AccessLogFaults
{
    protected override string Kind => "audit";

    protected override byte[] BodyOf(int number)
    {
        var body = new ArrayBufferWriter<byte>();
        AuditLine.Write(body, EntryOf(number));
        return body.WrittenSpan.ToArray();
    }

    private protected override async Task<OpenedLog> OpenAsync(ILogDisk disk, DiskHealth health)
    {
        var audit = await TestLogs.OpenAuditAsync(disk, health);
        return new OpenedLog(
            audit,
            async number => $"{await audit.AppendAsync(EntryOf(number), None)}",
            async _ => $"{await audit.AppendAsync(TestEntries.Create(1), None)}",
            async () => await AllAsync(audit));
    }

    private static AuditEntry EntryOf(int number) => TestEntries.Create(number) with { Subject = $"{number}" };

    private static async Task<IReadOnlyList<int>> AllAsync(JsonAuditLog audit)
    {
        var numbers = new List<int>();
        await foreach (var entry in audit.ReadAsync(new AuditFilter(), None))
        {
            numbers.Add(int.Parse(entry.Subject!, null));
        }

        return numbers;
    }
}
