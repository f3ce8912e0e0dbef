using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateToken;

/// <summary>A token that was made.</summary>
/// <param name="Token">What is kept of it.</param>
/// <param name="Key">What programs send; it is told this once.</param>
public sealed record NewToken(ApiToken Token, string Key)
{
    /// <summary>Nothing: it holds a secret.</summary>
    public override string ToString() => nameof(NewToken);
}
