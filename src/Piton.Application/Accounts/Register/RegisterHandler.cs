using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.Register;

internal sealed class RegisterHandler(AccessPolicy policy, AccountMaking making, SessionOpening opening, Audit audit)
    : IRequestHandler<RegisterCommand, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(RegisterCommand request, CancellationToken cancellationToken)
    {
        if (policy.Registration == Registration.Closed)
        {
            return Result.Invalid(AccountRefusals.RegistrationClosed());
        }

        var role = policy.Registration == Registration.Open ? Role.Visitor : Role.Pending;
        var made = await making.MakeAsync(request.Email, request.Name, request.Password, role, cancellationToken);
        return await made.BindAsync(async account =>
        {
            await audit.WriteAsync(request.Actor with { Account = account.Id, Name = account.Name }, AuditAction.Registered, account.Email);
            return await opening.OpenAsync(request.Actor, account, isPersistent: false, request.UserAgent, cancellationToken);
        });
    }
}
