using Piton.Domain.Access;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Application.Tests.Accounts;

/// <inheritdoc cref="AccessDoubleAccountsTests"/>
public sealed class AccessDoubleSessionsTests : SessionCatalogContract
{
    private readonly AccessDouble _access;

    public AccessDoubleSessionsTests() => _access = new AccessDouble(Time);

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<ISessionCatalog> CreateAsync() => Task.FromResult<ISessionCatalog>(_access);

    protected override Task<ISessionCatalog> ReopenAsync() => CreateAsync();
}
