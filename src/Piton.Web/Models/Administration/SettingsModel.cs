using Piton.Domain.Library;

namespace Piton.Web.Models.Administration;

/// <summary>The settings in force.</summary>
/// <param name="Settings">By name.</param>
public sealed record SettingsModel(IReadOnlyList<ServerSetting> Settings)
{
    /// <summary>How many are not what they are by themselves.</summary>
    public int Changed => Settings.Count(setting => !setting.IsDefault);
}
