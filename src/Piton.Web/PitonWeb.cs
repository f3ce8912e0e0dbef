using System.Reflection;
using Piton.Application;
using Piton.Infrastructure;
using Piton.Web.Background;
using Piton.Web.Health;
using Piton.Web.Hosting;
using Piton.Web.Options;
using Piton.Web.Results;
using Piton.Web.Security;
using Piton.Web.Telemetry;
using Piton.Web.Uploads;

namespace Piton.Web;

/// <summary>Makes a web application of Piton. Another host, with handlers and controllers of its own, does it by the same two calls.</summary>
public static class PitonWeb
{
    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The whole configuration; Piton reads the section <c>Piton</c>.</param>
    /// <param name="extensions">Assemblies whose handlers, validators, behaviours and controllers join Piton's own.</param>
    public static IServiceCollection AddPiton(
        this IServiceCollection services, IConfiguration configuration, params Assembly[] extensions)
    {
        var piton = configuration.GetSection("Piton");
        services.AddSingleton(TimeProvider.System);
        services.AddPitonOptions(piton, new OptionNames(PitonInfrastructure.Options));
        services.AddPitonApplication(extensions);
        services.AddPitonInfrastructure(piton);
        services.AddPitonAccess();
        services.AddPitonPages(extensions);
        services.AddPitonTelemetry(configuration);
        services.AddHostedService<FirstAdministrator>();
        services.AddHostedService<PurgeTrashService>();
        return services;
    }

    /// <summary>Adds Piton's middleware and routes. Its own come in the order in which a request meets them.</summary>
    public static WebApplication UsePiton(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLocalization();
        app.UseMiddleware<RefusedBodyDrain>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            SuppressDiagnosticsCallback = fault => FaultTable.IsTheClients(fault.Exception) || FaultTable.IsTheStops(fault.Exception),
        });
        app.UseStatusCodePagesWithReExecute("/error");
        app.UsePitonStaticFiles();

        // Behind style and icons, so that its own page has them.
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<HttpsRedirect>();
        app.UseRouting();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseMiddleware<ActorReader>();
        app.UseRateLimiter();
        app.UseMiddleware<TokenGuard>();
        app.UseMiddleware<SetupGuard>();
        app.MapControllers();
        app.MapPitonHealth();
        app.MapPitonMetrics();
        return app;
    }
}
