using System.Buffers;
using Piton.Domain.Access;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>The log of accounts on a disk that fails.</summary>
public sealed class AccountLogFaultTests : AccessLogFaults
{
    protected override string Kind => "accounts";

    protected override byte[] BodyOf(int number)
    {
        var body = new ArrayBufferWriter<byte>();
        new AccountFormat().WritePut(body, TestAccounts.Create(number));
        return body.WrittenSpan.ToArray();
    }

    private protected override async Task<OpenedLog> OpenAsync(ILogDisk disk, DiskHealth health)
    {
        var accounts = await TestLogs.OpenAccountsAsync(disk, health: health);
        return new OpenedLog(
            accounts,
            async number => $"{(await accounts.AddAsync(TestAccounts.Create(number), None)).Outcome}",
            async number => $"{(await accounts.UpdateAsync(TestAccounts.Create(number).Id, Touch, None)).Outcome}",
            async () => [.. (await accounts.PageAsync(new AccountQuery(1000), None)).Items.Select(it => (int)it.Id.Value - 1)]);
    }

    private static Account Touch(Account account) => account with { FailedSignIns = account.FailedSignIns + 1 };
}
