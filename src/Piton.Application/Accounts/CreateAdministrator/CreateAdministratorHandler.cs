using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateAdministrator;

internal sealed class CreateAdministratorHandler(AccountMaking making, Audit audit) : IRequestHandler<CreateAdministratorCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(CreateAdministratorCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        var made = await making.MakeAsync(request.Email, request.Name, request.Password, Role.Administrator, cancellationToken);
        if (made.IsSuccess)
        {
            await audit.WriteAsync(request.Actor, AuditAction.AdministratorCreated, made.Value.Email);
        }

        return made;
    }
}
