using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.SetUp;

internal sealed class SetUpHandler(SetupGate gate, AccountMaking making, SessionOpening opening, Audit audit)
    : IRequestHandler<SetUpCommand, Result<OpenedSession>>
{
    public Task<Result<OpenedSession>> Handle(SetUpCommand request, CancellationToken cancellationToken) => gate.PassAsync(
        async isOpen =>
        {
            if (!isOpen || !gate.IsCode(request.Code))
            {
                return Result.Invalid(AccountRefusals.WrongSetupCode());
            }

            var made = await making.MakeAsync(request.Email, request.Name, request.Password, Role.Administrator, cancellationToken);
            return await made.BindAsync(async account =>
            {
                await audit.WriteAsync(
                    request.Actor with { Account = account.Id, Name = account.Name }, AuditAction.AdministratorCreated, account.Email);
                return await opening.OpenAsync(request.Actor, account, isPersistent: false, request.UserAgent, cancellationToken);
            });
        },
        cancellationToken);
}
