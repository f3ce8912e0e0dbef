using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;

namespace Piton.Infrastructure.Identity;

internal static class IdentityRegistration
{
    // OWASP Password Storage Cheat Sheet, PBKDF2 with HMAC-SHA-512.
    private const int Iterations = 210_000;

    public static IServiceCollection AddCredentials(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ICredentials, Credentials>();
        services.AddSingleton<IAccountTickets, AccountTickets>();
        return services;
    }
}
