using Ardalis.Result;

namespace Piton.Architecture.Tests.Fixtures;

/// <summary>Reads a result in the state machine of an async method.</summary>
internal static class ResultReader
{
    public static async Task<bool> IsFineAsync(Task<Result<string>> result) => (await result).Status == ResultStatus.Ok;
}
