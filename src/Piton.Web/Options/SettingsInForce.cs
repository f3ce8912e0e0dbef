using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;
using Piton.Domain.Library;

namespace Piton.Web.Options;

/// <summary>Reads which options are in force. One with <see cref="PasswordPropertyTextAttribute"/> is secret, and nothing of it is told.</summary>
internal static class SettingsInForce
{
    /// <param name="names">The options that there are.</param>
    /// <param name="services">Where they are, bound and validated.</param>
    public static ServerSettings Read(OptionNames names, IServiceProvider services) =>
        new([.. names.Properties.Select(option => Of(option.Name, option.Property, services))]);

    private static ServerSetting Of(string name, PropertyInfo property, IServiceProvider services)
    {
        var type = property.ReflectedType!;
        var bound = typeof(IOptions<>).MakeGenericType(type);
        var value = TextOf(property.GetValue(bound.GetProperty(nameof(IOptions<>.Value))!.GetValue(services.GetRequiredService(bound))));
        var usual = TextOf(property.GetValue(Activator.CreateInstance(type)));
        var isSecret = property.GetCustomAttribute<PasswordPropertyTextAttribute>() is { Password: true };
        return new ServerSetting($"Piton:{name}", isSecret ? null : value, isSecret ? null : usual, value == usual, isSecret);
    }

    // As it would be written into the settings: not in the language of the reader.
    private static string? TextOf(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        string text => text.Length == 0 ? null : text,
        Uri address => address.OriginalString,
        IEnumerable list => TextOf(string.Join(", ", list.Cast<object?>().Select(TextOf))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"There is no text for {value.GetType()}.", nameof(value)),
    };
}
