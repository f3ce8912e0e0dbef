using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Piton.Web.Health;
using Piton.Web.Options;
using Piton.Web.Renditions;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Uploads;

namespace Piton.Web.Hosting;

/// <summary>Registers controllers, views, languages, antiforgery and health checks.</summary>
internal static class PitonPagesRegistration
{
    public static void AddPitonPages(this IServiceCollection services, IEnumerable<Assembly> extensions)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new("en"), new("es")];
            options.DefaultRequestCulture = new(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
        });
        services.AddSingleton<FailureMessages>();
        services.AddSingleton<RenditionExecutor>();
        services.AddTransient<UploadReader>();
        services.AddTransient<FormUpload>();
        services.AddSingleton<PublicAddress>();
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<ImageIdConstraint>("imageid"));

        services.AddSingleton<HtmlEncoder>(PlainHtmlEncoder.Instance);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "piton-antiforgery";
            options.HeaderName = "RequestVerificationToken";
        });
        services.AddDataProtection().SetApplicationName("Piton");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<PitonOptions>, ILoggerFactory>((keys, piton, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(piton.Value.DataDirectory, "keys")), loggers));

        var mvc = services.AddControllersWithViews()
            .AddViewLocalization()
            .ConfigureApiBehaviorOptions(options => options.InvalidModelStateResponseFactory = context => ProblemAnswer.Of(
                ResultExtensions.Plain(context.HttpContext, StatusCodes.Status400BadRequest, "malformed", Malformed(context.ModelState))))
            .AddJsonOptions(options => options.JsonSerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        foreach (var assembly in extensions.Prepend(typeof(PitonPagesRegistration).Assembly))
        {
            mvc.AddApplicationPart(assembly);
        }

        services.AddHealthChecks().AddCheck<LibraryHealthCheck>("library");
    }

    // What the model binder found, field by field: the client is a program, and its author reads this.
    private static string Malformed(ModelStateDictionary state) => string.Join(' ', state
        .SelectMany(entry => entry.Value!.Errors.Select(error => $"{entry.Key}: {error.ErrorMessage}")));
}
