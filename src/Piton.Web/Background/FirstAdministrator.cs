using MediatR;
using Microsoft.Extensions.Options;
using Piton.Application.Accounts.CreateAdministrator;
using Piton.Domain.Access;
using Piton.Web.CommandLine;
using Piton.Web.Options;

namespace Piton.Web.Background;

/// <summary>Makes the administrator that the options name, before anything is served. It starts behind the library, which it is registered after.</summary>
internal sealed class FirstAdministrator(IMediator mediator, IOptions<SetupOptions> options) : IHostedService
{
    /// <exception cref="OptionsValidationException">The account could not be made; there is one already, for instance.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { AdminEmail: { Length: > 0 } email, AdminPassword: { Length: > 0 } password })
        {
            return;
        }

        var made = await mediator.Send(new CreateAdministratorCommand(Actor.System, email, null, password), cancellationToken);
        made.Match(
            _ => true,
            why => throw new OptionsValidationException(
                "Piton:Setup", typeof(SetupOptions), [$"The administrator of Piton:Setup was not made. {why} Leave the two options out once there is one."]));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
