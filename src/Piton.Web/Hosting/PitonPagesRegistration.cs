using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Piton.Web.Api;
using Piton.Web.Api.Description;
using Piton.Web.Downloads;
using Piton.Web.Forms;
using Piton.Web.Health;
using Piton.Web.Preferences;
using Piton.Web.Renditions;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;
using Piton.Web.Selections;
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
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = PreferenceCookies.SafePrefix + PreferenceCookies.LanguageName, Options = options },
                new CookieRequestCultureProvider { CookieName = PreferenceCookies.LanguageName, Options = options },
                new AcceptLanguageHeaderRequestCultureProvider { Options = options },
            ];
        });
        // Over TLS as well: the one secret of a page, its antiforgery token, is masked anew in each, so that its length tells nothing.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/manifest+json", "application/problem+json", "image/svg+xml"];
        });
        services.AddSingleton<FailureMessages>();
        services.AddSingleton<AccelRedirect>();
        services.AddSingleton<RenditionExecutor>();
        services.AddSingleton<UploadBounds>();
        services.AddTransient<UploadReader>();
        services.AddTransient<FormUpload>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<RecentDeletions>();
        services.AddTransient<ZipAnswer>();
        services.Configure<RouteOptions>(options =>
        {
            options.SetParameterPolicy<ImageIdConstraint>("imageid");
            options.SetParameterPolicy<AccountIdConstraint>("accountid");
        });

        services.AddSingleton<HtmlEncoder>(PlainHtmlEncoder.Instance);
        services.AddDataProtection().SetApplicationName("Piton");
        services.AddSingleton<KeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRepository>((keys, repository) => keys.XmlRepository = repository);

        var mvc = services.AddControllersWithViews(options =>
            {
                options.Filters.Add<ReadableFormFilter>();
                options.Filters.Add<SessionAntiforgeryFilter>();
                options.Filters.Add<MalformedRequestFilter>();
            })
            .AddViewLocalization()
            .ConfigureApiBehaviorOptions(options =>
            {
                // A bare status gets its explanation and its code from the error pages, like every other.
                options.SuppressMapClientErrors = true;
                options.InvalidModelStateResponseFactory = context => ProblemAnswer.Of(MalformedRequest.Failure(context));
            })
            .AddJsonOptions(options =>
            {
                options.JsonSerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
                options.JsonSerializerOptions.Converters.Add(new ImageIdConverter());
            });
        foreach (var assembly in extensions.Prepend(typeof(PitonPagesRegistration).Assembly))
        {
            mvc.AddApplicationPart(assembly);
        }

        services.AddApiDescription();
        services.AddSingleton<HealthChanges>();
        services.AddHealthChecks().AddCheck<LibraryHealthCheck>("library").AddCheck<DecoderHealthCheck>("decoder").AddCheck<DiskHealthCheck>("disk");
    }
}
