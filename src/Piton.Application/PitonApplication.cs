using System.Reflection;
using Ardalis.Result;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Piton.Application.Accounts;
using Piton.Application.Behaviors;
using Piton.Application.Images;
using Piton.Application.Images.UploadImage;

namespace Piton.Application;

/// <summary>Registers the use cases: handlers, validators and behaviours, by scanning assemblies.</summary>
public static class PitonApplication
{
    /// <param name="services">What is registered into.</param>
    /// <param name="extensions">
    /// Assemblies of other teams, scanned like Piton's own. Their open behaviours run inside Piton's, in the order of their names.
    /// </param>
    public static IServiceCollection AddPitonApplication(this IServiceCollection services, params Assembly[] extensions)
    {
        services.AddSingleton<ConversionQueue>();
        services.AddSingleton<Conversions>();
        services.AddSingleton<OldAddresses>();
        services.AddSingleton<Keeping>();
        services.AddSingleton<UploadKeys>();
        services.AddSingleton<OwnerCheck>();
        services.AddSingleton<Intake>();
        services.AddSingleton<ForgottenFiles>();
        services.AddSingleton<TrashRemoval>();
        services.AddSingleton<TrashMove>();
        services.AddSingleton<Audit>();
        services.AddSingleton<AccountMaking>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SessionOpening>();
        services.AddSingleton<SetupGate>();
        services.AddSingleton<ActorFinder>();
        services.AddSingleton<OwnerNames>();
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TelemetryBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddTransient<IPipelineBehavior<UploadImageCommand, Result<UploadedImage>>, UploadCountBehavior>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));

        foreach (var behavior in extensions.SelectMany(OpenBehaviors))
        {
            services.AddTransient(typeof(IPipelineBehavior<,>), behavior);
        }

        foreach (var type in extensions.Prepend(typeof(PitonApplication).Assembly).Distinct().SelectMany(ConcreteTypes))
        {
            AddImplementationsOf(services, type, typeof(IRequestHandler<,>));
            AddImplementationsOf(services, type, typeof(IValidator<>));
        }

        return services;
    }

    private static void AddImplementationsOf(IServiceCollection services, Type type, Type openService)
    {
        foreach (var service in type.GetInterfaces().Where(contract => IsClosedFrom(contract, openService)))
        {
            services.AddTransient(service, type);
        }
    }

    private static IEnumerable<Type> ConcreteTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false });

    private static IEnumerable<Type> OpenBehaviors(Assembly assembly) =>
        assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: true }
                && type.GetInterfaces().Any(contract => IsClosedFrom(contract, typeof(IPipelineBehavior<,>))))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static bool IsClosedFrom(Type contract, Type openService) =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == openService;
}
