using System.Reflection;
using Piton.Domain.Images;

namespace Piton.Web.Options;

/// <summary>Every option of the section <c>Piton</c>, so that one that does not exist is not passed over in silence.</summary>
/// <param name="adapters">The options of the adapters: the section behind <c>Piton</c>, and the type that is bound to it.</param>
internal sealed class OptionNames(IEnumerable<(string Section, Type Options)> adapters)
{
    private static readonly (string Section, Type Options)[] Own =
    [
        ("", typeof(PitonOptions)), ("Access", typeof(AccessOptions)), ("Connections", typeof(ConnectionOptions)), ("Quota", typeof(QuotaOptions)),
        ("Setup", typeof(SetupOptions)), ("Limits", typeof(ImageLimits)), ("Conversions", typeof(ConversionQueueLimits)), ("Metadata", typeof(MetadataOptions)), ("Logs", typeof(LogOptions)),
    ];

    /// <summary>Each option: its name behind <c>Piton:</c>, for example <c>Limits:MaxSide</c>, and the property that has it, of the type that is bound.</summary>
    public IReadOnlyList<(string Name, PropertyInfo Property)> Properties { get; } =
    [
        .. Own.Concat(adapters)
            .SelectMany(part => part.Options.GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => (part.Section.Length == 0 ? property.Name : $"{part.Section}:{property.Name}", property)))
            .OrderBy(option => option.Item1, StringComparer.Ordinal),
    ];

    /// <summary>The names of them all.</summary>
    public IEnumerable<string> All => Properties.Select(option => option.Name);

    /// <summary>Whether <paramref name="name"/> is an option, or an item of one that is a list.</summary>
    public bool IsKnown(string name) => All.Any(known =>
        name.Equals(known, StringComparison.OrdinalIgnoreCase) || name.StartsWith(known + ":", StringComparison.OrdinalIgnoreCase));
}
