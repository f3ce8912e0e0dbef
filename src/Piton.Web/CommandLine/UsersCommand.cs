using System.Reflection;
using MediatR;
using Piton.Application.Accounts.CreateAdministrator;
using Piton.Domain.Access;

namespace Piton.Web.CommandLine;

/// <summary><c>piton users create-admin</c>: exits 0 where the account was made, 1 where not.</summary>
internal static class UsersCommand
{
    public static Task<int> CreateAdministratorAsync(
        string[] settings, Assembly[] extensions, string email, bool isPasswordGiven, CancellationToken cancellationToken) =>
        OfflineLibrary.RunAsync(settings, extensions, async services =>
        {
            if (!isPasswordGiven)
            {
                return Print.Failed("give the password on standard input: echo … | piton users create-admin --email … --password-stdin");
            }

            var password = await Console.In.ReadLineAsync(cancellationToken);
            var made = await services.GetRequiredService<IMediator>().Send(
                new CreateAdministratorCommand(Actor.System, email, null, password), cancellationToken);
            return made.Match(account => Print.Done($"{account.Email} is an administrator."), Print.Failed);
        }, cancellationToken);
}
