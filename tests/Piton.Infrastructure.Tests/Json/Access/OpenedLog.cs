namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>One of the logs beside the catalogue, by what all of them have. Outcomes are told by their names.</summary>
/// <param name="log">Closed with this.</param>
/// <param name="add">Adds a record with a number.</param>
/// <param name="use">Writes what has to work on a full disk, to the record with that number.</param>
/// <param name="all">The numbers of all records, the oldest first.</param>
internal sealed class OpenedLog(IAsyncDisposable log, Func<int, Task<string>> add, Func<int, Task<string>> use, Func<Task<IReadOnlyList<int>>> all)
    : IAsyncDisposable
{
    public Task<string> AddAsync(int number) => add(number);

    public Task<string> UseAsync(int number) => use(number);

    public Task<IReadOnlyList<int>> AllAsync() => all();

    public ValueTask DisposeAsync() => log.DisposeAsync();
}
