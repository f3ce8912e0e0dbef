using System.Buffers;
using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Access;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>The log of sessions on a disk that fails.</summary>
public sealed class SessionLogFaultTests : AccessLogFaults
{
    protected override string Kind => "sessions";

    protected override byte[] BodyOf(int number)
    {
        var body = new ArrayBufferWriter<byte>();
        new SessionFormat().WritePut(body, TestSessions.Create(number));
        return body.WrittenSpan.ToArray();
    }

    private protected override async Task<OpenedLog> OpenAsync(ILogDisk disk, DiskHealth health)
    {
        var sessions = await TestLogs.OpenSessionsAsync(disk, new FakeTimeProvider(TestSessions.Start), health);
        return new OpenedLog(
            sessions,
            async number => $"{await sessions.AddAsync(TestSessions.Create(number), None)}",
            async number => $"{await sessions.UpdateAsync(TestSessions.Create(number).Id, it => it with { SeenAt = it.SeenAt.AddHours(1) }, None)}",
            async () => [.. (await sessions.ListAsync(new AccountId(1), None)).Select(it => (int)it.Id.Value - 1).Reverse()]);
    }
}
