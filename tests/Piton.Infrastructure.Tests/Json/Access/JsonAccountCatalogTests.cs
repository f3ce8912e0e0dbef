using Piton.Domain.Access;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>The accounts in JSON lines on a real disk.</summary>
public sealed class JsonAccountCatalogTests : AccountCatalogContract
{
    private readonly string _directory = Directory.CreateTempSubdirectory("piton-accounts-").FullName;
    private JsonAccountCatalog _catalog = null!;

    protected override IAccountListing Listing => _catalog;

    private string LogPath => Path.Combine(_directory, JsonAccountCatalog.FileName);

    public override async Task DisposeAsync()
    {
        await _catalog.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    protected override async Task<IAccountCatalog> CreateAsync() =>
        _catalog = await TestLogs.OpenAccountsAsync(new LogDisk(), _directory);

    protected override async Task<IAccountCatalog> ReopenAsync()
    {
        await _catalog.DisposeAsync();
        return await CreateAsync();
    }

    [Fact]
    public async Task CompactAsync_WhenReopened_ShouldKnowTheSameInFewerBytesForItsOwnerAlone()
    {
        await AddAsync([.. Enumerable.Range(0, 10).Select(i => TestAccounts.Create(i)), TestAccounts.CreateFull(20)]);
        await Accounts.RemoveAsync(TestAccounts.Create(4).Id, _ => true, None);
        var accounts = (await Listing.PageAsync(new AccountQuery(100), None)).Items;
        var before = new FileInfo(LogPath).Length;

        await _catalog.CompactAsync(None);
        var after = new FileInfo(LogPath).Length;
        await AddAsync(TestAccounts.Create(11));
        await ReopenAsync();

        Assert.InRange(after, 1, before - 1);
        Assert.Equal([.. accounts, TestAccounts.Create(11)], (await Listing.PageAsync(new AccountQuery(100), None)).Items.OrderBy(it => it.Id.Value == 12));
        AssertPrivate();
    }

    [Fact]
    public async Task OpenAsync_WhenTheFileIsOpenToOthers_ShouldCloseItToThem()
    {
        AssertPrivate();
        await _catalog.DisposeAsync();
        byte[] torn = [.. await File.ReadAllBytesAsync(LogPath), .. "{\"seq\":"u8];
        await File.WriteAllBytesAsync(LogPath, torn);
        File.SetUnixFileMode(LogPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await CreateAsync();

        Assert.Equal(3, Directory.GetFiles(_directory).Length);
        AssertPrivate();
    }

    [Fact]
    public async Task AnyMethod_WhenNotOpened_ShouldThrow()
    {
        await using var closed = TestLogs.CreateAccounts(new LogDisk());

        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.GetAsync(new AccountId(1), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.AddAsync(TestAccounts.Create(1), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalog.OpenAsync(_directory, None));
    }

    private void AssertPrivate() => Assert.All(
        Directory.GetFiles(_directory), path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(path).UnixFileMode));
}
