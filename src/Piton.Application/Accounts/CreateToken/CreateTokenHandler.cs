using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateToken;

internal sealed class CreateTokenHandler(IAccountCatalog accounts, Audit audit, TimeProvider clock)
    : IRequestHandler<CreateTokenCommand, Result<NewToken>>
{
    public async Task<Result<NewToken>> Handle(CreateTokenCommand request, CancellationToken cancellationToken)
    {
        if ((request.Account ?? request.Actor.Account) is not { } owner || !request.Actor.May(Right.ManageTokens, owner))
        {
            return Result.Forbidden();
        }

        var (key, now) = (SecretKey.New(), clock.GetUtcNow());
        var token = new ApiToken(
            TokenId.New(),
            request.Name!.Trim(),
            SecretKey.HashOf(key),
            TokenScopeNames.FromNames(request.Scopes)!.Value,
            now,
            request.Days is { } days ? now.AddDays(days) : null);
        var change = await accounts.UpdateAsync(
            owner,
            account => account.Tokens.Count < CreateTokenCommand.MaxTokens ? account with { Tokens = [.. account.Tokens, token] } : null,
            cancellationToken);
        if (change.Outcome == AccountOutcome.Missing)
        {
            return await accounts.GetAsync(owner, cancellationToken) is null ? Result.NotFound() : Result.Invalid(TokenRefusals.TooMany());
        }

        if (change.Outcome == AccountOutcome.Done)
        {
            var scopes = string.Join(',', TokenScopeNames.NamesOf(token.Scopes));
            await audit.WriteAsync(request.Actor, AuditAction.TokenCreated, change.Account!.Email, $"{token.Id}: {scopes}");
        }

        return change.ToResult().Map(_ => new NewToken(token, key));
    }
}
