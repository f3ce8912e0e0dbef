using Piton.Domain.Access;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Application.Tests.Accounts;

/// <inheritdoc cref="AccessDoubleAccountsTests"/>
public sealed class AccessDoubleAuditTests : AuditLogContract
{
    private readonly AccessDouble _access = new(TimeProvider.System);

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IAuditLog> CreateAsync() => Task.FromResult<IAuditLog>(_access);

    protected override Task<IAuditLog> ReopenAsync() => CreateAsync();
}
