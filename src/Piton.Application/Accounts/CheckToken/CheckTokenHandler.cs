using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts.CreateToken;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.CheckToken;

internal sealed class CheckTokenHandler(IAccountCatalog accounts, TimeProvider clock) : IRequestHandler<CheckTokenQuery, Result<ApiToken>>
{
    public async Task<Result<ApiToken>> Handle(CheckTokenQuery request, CancellationToken cancellationToken)
    {
        var own = await accounts.GetOwnAsync(request.Actor, Right.ManageTokens, cancellationToken);
        return own.Bind(account => Check(account, SecretKey.HashOf(request.Key?.Trim() ?? "")));
    }

    private Result<ApiToken> Check(Account account, Domain.Images.ContentHash hash) =>
        account.Tokens.FirstOrDefault(token => token.Hash == hash) is { } token && !token.IsExpired(clock.GetUtcNow()) && token.Scopes.HasFlag(TokenScopes.Upload)
            ? token
            : Result.Invalid(TokenRefusals.NotUploading());
}
