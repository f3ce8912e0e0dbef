using System.Security.Cryptography;
using System.Text;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>What stands before a house that nobody runs yet: open only while there is no administrator, to whoever knows the code of this start.</summary>
public sealed class SetupGate(IAccountListing accounts) : IDisposable
{
    private const int CodeLength = 20;
    private const string Letters = "23456789abcdefghjkmnpqrstvwxyz";

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Random, about 98 bits, another at each start.</summary>
    public string Code { get; } = string.Join('-', RandomNumberGenerator.GetString(Letters, CodeLength).Chunk(5).Select(part => new string(part)));

    /// <summary>Whether there is no administrator who can sign in. Cheap enough for every request.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => await accounts.CountAdministratorsAsync(cancellationToken) == 0;

    public void Dispose() => _one.Dispose();

    /// <summary>Whether that is the code, without telling by the time how much of it is right.</summary>
    internal bool IsCode(string? code) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(code?.Trim() ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(Code)));

    /// <summary>Lets one after the other try, each of whom is told whether the gate is open still: two who come at once do not both get in.</summary>
    internal async Task<T> PassAsync<T>(Func<bool, Task<T>> attempt, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await attempt(await IsOpenAsync(cancellationToken));
        }
        finally
        {
            _one.Release();
        }
    }
}
