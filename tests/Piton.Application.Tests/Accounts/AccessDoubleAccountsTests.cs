using Piton.Domain.Access;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Application.Tests.Accounts;

/// <summary>What the tests of the use cases rest on keeps to the same contract as what it stands for.</summary>
public sealed class AccessDoubleAccountsTests : AccountCatalogContract
{
    private readonly AccessDouble _access = new(TimeProvider.System);

    protected override IAccountListing Listing => _access;

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IAccountCatalog> CreateAsync() => Task.FromResult<IAccountCatalog>(_access);

    protected override Task<IAccountCatalog> ReopenAsync() => CreateAsync();
}
