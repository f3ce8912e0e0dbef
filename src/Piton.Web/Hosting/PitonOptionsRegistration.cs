using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Options;
using Piton.Web.Security;

namespace Piton.Web.Hosting;

/// <summary>Binds the options of Web, Application and Domain, and has them validated at start.</summary>
internal static class PitonOptionsRegistration
{
    // What the gallery shows fits, and is handed to the kernel in one piece.
    private const long OneRendition = 256 * 1024;

    /// <param name="services">What is registered into.</param>
    /// <param name="piton">The section <c>Piton</c>.</param>
    /// <param name="names">All that may be in it.</param>
    public static void AddPitonOptions(this IServiceCollection services, IConfiguration piton, OptionNames names)
    {
        services.AddSingleton<IValidateOptions<PitonOptions>>(new UnknownOptionsValidator(piton, names));
        services.AddValidated<PitonOptions, PitonOptionsValidator>(piton);
        services.AddValidated<AccessOptions, AccessOptionsValidator>(piton.GetSection("Access"));
        services.AddValidated<ConnectionOptions, ConnectionOptionsValidator>(piton.GetSection("Connections"));
        services.AddValidated<QuotaOptions, QuotaOptionsValidator>(piton.GetSection("Quota"));
        services.AddValidated<SetupOptions, SetupOptionsValidator>(piton.GetSection("Setup"));
        services.AddValidated<ImageLimits, ImageLimitsValidator>(piton.GetSection("Limits"));
        services.AddValidated<ConversionQueueLimits, ConversionQueueLimitsValidator>(piton.GetSection("Conversions"));
        services.AddOptions<LogOptions>().Bind(piton.GetSection("Logs")).ValidateOnStart();
        services.AddOptions<MetadataOptions>().Bind(piton.GetSection("Metadata")).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ImageLimits>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ConversionQueueLimits>>().Value);
        services.AddSingleton(provider => TrashPolicyOf(provider.GetRequiredService<IOptions<PitonOptions>>().Value));
        services.AddSingleton(KeepPolicyOf);
        services.AddSingleton(provider => QuotaOf(provider.GetRequiredService<IOptions<QuotaOptions>>().Value));
        services.AddSingleton(provider => SettingsInForce.Read(names, provider));
        services.AddSingleton(provider => AccessPolicyOf(provider.GetRequiredService<IOptions<AccessOptions>>().Value));

        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ConnectionLimits>();
        services.Configure<SocketTransportOptions>(sockets => sockets.MaxWriteBufferSize = OneRendition);

        // The framework's own check would answer first, with a page that is not Piton's and says nothing of the option to set.
        services.PostConfigure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
        services.AddSingleton<KnownHosts>();
    }

    private static TrashPolicy TrashPolicyOf(PitonOptions options) => new(TimeSpan.FromDays(options.TrashDays));

    private static AccessPolicy AccessPolicyOf(AccessOptions options) => new(options.Registration, options.Gallery);

    private static StorageQuota QuotaOf(QuotaOptions options) => new(options.MaxImages, options.MaxBytes);

    private static KeepPolicy KeepPolicyOf(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<PitonOptions>>().Value.Originals == Originals.Keep,
        provider.GetRequiredService<IOptions<MetadataOptions>>().Value.KeepLocation);

    private static void AddValidated<TOptions, TValidator>(this IServiceCollection services, IConfiguration section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddOptions<TOptions>().Bind(section).ValidateOnStart();
    }
}
