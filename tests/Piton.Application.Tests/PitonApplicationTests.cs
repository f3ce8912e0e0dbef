using System.Reflection;
using Ardalis.Result;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;
using Piton.Application.Behaviors;
using Piton.Application.Tests.Behaviors;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;

namespace Piton.Application.Tests;

public sealed class PitonApplicationTests
{
    private static readonly Assembly Application = typeof(PitonApplication).Assembly;

    [Fact]
    public void AddPitonApplication_WhenCalled_ShouldRegisterOneHandlerForEveryRequest()
    {
        var services = Services();
        using var provider = services.BuildServiceProvider();
        var handlers = Application.GetTypes().SelectMany(RequestsOf).Select(HandlerOf).ToList();

        Assert.True(handlers.Count >= 9, $"Only {handlers.Count} requests were found.");
        Assert.All(handlers, handler => Assert.NotNull(Assert.Single(provider.GetServices(handler))));
    }

    [Fact]
    public void AddPitonApplication_WhenCalled_ShouldRegisterEveryValidator()
    {
        using var provider = Services().BuildServiceProvider();
        var validators = Application.GetTypes().Where(type => type.IsAssignableTo(typeof(IValidator)) && !type.IsAbstract).ToList();

        Assert.NotEmpty(validators);
        Assert.All(validators, type => Assert.Contains(provider.GetServices(ServiceOf(type)), type.IsInstanceOfType));
    }

    [Fact]
    public void AddPitonApplication_WhenAnAssemblyIsGivenTwice_ShouldRegisterItsHandlersOnce()
    {
        using var provider = Services(Application, typeof(ProbeHandler).Assembly, typeof(ProbeHandler).Assembly).BuildServiceProvider();

        Assert.All(Application.GetTypes().SelectMany(RequestsOf).Append(typeof(ProbeCommand)), request =>
            Assert.Single(provider.GetServices(HandlerOf(request))));
    }

    [Fact]
    public void AddPitonApplication_WhenThereAreExtensions_ShouldPutTheirBehavioursInsideItsOwn()
    {
        using var provider = Services(typeof(ProbeHandler).Assembly).BuildServiceProvider();

        var behaviors = provider.GetServices<IPipelineBehavior<ProbeCommand, Result<string>>>().Select(behavior => behavior.GetType().GetGenericTypeDefinition());

        Assert.Equal([typeof(TelemetryBehavior<,>), typeof(LoggingBehavior<,>), typeof(ValidationBehavior<,>), typeof(FirstBehavior<,>), typeof(SecondBehavior<,>)], behaviors);
    }

    [Fact]
    public async Task Send_WhenTheRequestIsOfAnExtension_ShouldPassEveryBehaviourAndReachItsHandler()
    {
        await using var provider = Services(typeof(ProbeHandler).Assembly).BuildServiceProvider();

        var result = await provider.GetRequiredService<IMediator>().Send(new ProbeCommand("x"));

        Assert.Equal("x", result.Value);
        Assert.Equal(["first", "second", "handler"], provider.GetRequiredService<Trace>().Steps);
        Assert.Contains("ProbeCommand ended Ok", Assert.Single(provider.GetRequiredService<LogBook>().Entries).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WhenAValidatorObjects_ShouldLogTheRefusalAndGoNoFurther()
    {
        await using var provider = Services(typeof(ProbeHandler).Assembly).BuildServiceProvider();

        var result = await provider.GetRequiredService<IMediator>().Send(new ProbeCommand("x", Size: 0));

        Assert.Equal(ResultStatus.Invalid, result.Status);
        Assert.Empty(provider.GetRequiredService<Trace>().Steps);
        Assert.Contains("ProbeCommand ended Invalid", Assert.Single(provider.GetRequiredService<LogBook>().Entries).Text, StringComparison.Ordinal);
    }

    private static ServiceCollection Services(params Assembly[] extensions)
    {
        var services = new ServiceCollection();
        services.AddPitonApplication(extensions);
        services.AddSingleton(TimeProvider.System).AddSingleton(TrashPolicy.Default).AddSingleton(new AccessPolicy());
        services.AddSingleton(new ImageLimits()).AddSingleton(new KeepPolicy(Original: false, Location: false)).AddSingleton(new ConversionQueueLimits());
        services.AddSingleton(StorageQuota.None).AddSingleton(new ServerSettings([]));
        services.AddSingleton<LogBook>().AddSingleton<Trace>();
        services.AddSingleton(typeof(ILogger<>), typeof(CollectingLogger<>));
        foreach (var port in typeof(IImageCatalog).Assembly.GetExportedTypes().Where(type => type.IsInterface))
        {
            services.AddSingleton(port, Substitute.For([port], []));
        }

        return services;
    }

    private static IEnumerable<Type> RequestsOf(Type type) =>
        type is { IsAbstract: false, IsInterface: false } && type.GetInterfaces().Any(contract => contract == typeof(IBaseRequest)) ? [type] : [];

    private static Type HandlerOf(Type request)
    {
        var response = request.GetInterfaces().Single(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>));
        return typeof(IRequestHandler<,>).MakeGenericType(request, response.GetGenericArguments()[0]);
    }

    private static Type ServiceOf(Type validator) =>
        validator.GetInterfaces().Single(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IValidator<>));
}
